package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.stage.InWorld;
import dev.quell.e2e.stage.Lines;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Heze, 2010: one number, 16 silent calls in half an hour. Here they come within minutes, over a trunk that others use too. */
@InWorld("peaceful")
class BurstIT {

    private static final String TRUNK = "127.0.0.2";

    @Test
    void sixteenSilentCallsFromOneNumber(Scene scene) {
        // The caller's signalling fingerprint counts only where few others of the trunk have it.
        try (Crowd others = scene.crowd(TRUNK, 90, 15, ofSeconds(5))) {
            others.dispersed(SOON);
        }
        await("all of them are judged")
                .atMost(SOON)
                .until(() -> scene.log().rows(Lines.OTHER).size() == 90);
        scene.agent();
        Dial silent = Dial.from(World.freshNumber())
                .over(TRUNK)
                .with("User-Agent: burst")
                .saying(Sound.SILENCE);
        List<String> actions = new ArrayList<>();
        for (int n = 1; n <= 16; n++) {
            actions.add(call(scene, silent, n));
        }
        assertThat(actions.subList(0, 3)).containsOnly("PASS");
        assertThat(actions.subList(3, 5)).containsOnly("LISTEN");
        assertThat(actions.subList(5, 16)).containsOnly("DETER");
        scene.saw("%s; %s", actions, scene.log().ended(Lines.ORDINARY, 16));
    }

    private static String call(Scene scene, Dial dial, int n) {
        Caller caller = scene.call(dial).answered(SOON);
        await("its verdict")
                .atMost(SOON)
                .until(() -> scene.log().rows(Lines.ORDINARY).size() == n);
        String action = scene.log().rows(Lines.ORDINARY).get(n - 1).applied();
        switch (action) {
            case "PASS" -> caller.sends(ofSeconds(4));
            case "LISTEN" -> caller.released(SOON);
            default -> caller.hears("analysis-intro", ZERO, SOON);
        }
        if (!caller.isReleased()) {
            caller.hangUp();
        }
        scene.log().ended(Lines.ORDINARY, n);
        return action;
    }
}

package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.server.QuellApi;
import dev.quell.e2e.stage.Disturbing;
import dev.quell.e2e.stage.Lines;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Asterisk fails and comes back. */
@Disturbing
class RestartIT {

    /** An attempt at least every two seconds, as the longest pause between two is; if each pause were longer than the one before it, the next would be later. */
    private static final Duration BACK = ofSeconds(10);

    @Test
    void underLoadTheManagerConnectionIsSoonBack(Scene scene) {
        QuellApi api = scene.quell().api();
        double connects = api.metric("quell_ami_connects_total");
        try (Crowd calls = scene.crowd(Dial.TRUNK, 9000, 40, ofMillis(500))) {
            await("calls come")
                    .atMost(SOON)
                    .until(() -> scene.log().rows(Lines.OTHER).size() >= 60);
            scene.asterisk().restart(ofSeconds(12));
            long booted = System.nanoTime();
            await("logged in again").atMost(BACK).until(() -> api.metric("quell_ami_connects_total") > connects);
            long back = System.nanoTime();
            await("silence can be recognised again").atMost(SOON).until(() -> api.metric("quell_ami_whole") == 1);
            Instant whole = Instant.now();
            await("calls are screened again")
                    .atMost(SOON)
                    .until(() -> scene.log().rows(Lines.OTHER).stream()
                                    .filter(row -> row.arrived().isAfter(whole))
                                    .count()
                            >= 20);
            scene.saw(
                    "12 s away at 40 calls/s, logged in %d ms after Asterisk had booted", (back - booted) / 1_000_000);
        }
    }

    @Test
    void theManagerConnectionComesBack(Scene scene) {
        Agent agent = scene.agent();
        scene.call(Dial.from(World.freshNumber())).answered(SOON);
        agent.talks(1, SOON);
        QuellApi api = scene.quell().api();
        double connects = api.metric("quell_ami_connects_total");
        scene.asterisk().restart();
        await("the service is logged in again and has reconciled")
                .atMost(SOON)
                .until(() -> api.metric("quell_ami_connects_total") > connects && api.metric("quell_ami_whole") == 1);

        scene.rejoin(agent);
        Caller silent =
                scene.call(Dial.from(World.freshNumber()).saying(Sound.SILENCE)).answered(SOON);
        agent.talks(2, SOON);
        silent.sends(ofSeconds(4));
        silent.hangUp();
        LogRow row = scene.log().ended(1);
        assertThat(row.outcome()).isEqualTo("SILENT");
        assertThat(scene.log().rows()).hasSize(2).first().matches(lost -> !lost.ended(), "its end was never told");
        scene.saw("logged in again, silence is heard again; %s", row);
    }
}

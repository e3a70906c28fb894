package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.stage.Disturbing;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What talk detection costs Asterisk. Measured and told; what is asserted leaves room for a busy machine. */
@Disturbing
class TalkDetectionCostIT {

    private static final int CALLS = 30;
    private static final Duration TALK = ofSeconds(8);
    private static final String PLAIN = "5001";
    private static final String WITH_TALK_DETECTION = "5002";

    @Test
    void talkDetectionCostsLittle(Scene scene) {
        cpuOf(scene, PLAIN);
        Duration plain = cpuOf(scene, PLAIN);
        Duration detecting = cpuOf(scene, WITH_TALK_DETECTION);
        double ratio = (double) detecting.toMillis() / plain.toMillis();
        double each = (detecting.toMillis() - plain.toMillis()) / (double) CALLS / TALK.toSeconds();
        assertThat(ratio).isLessThan(5);
        scene.saw(
                "%d calls of %d s: %d ms of CPU without, %d ms with, ratio %.2f, %.2f ms a second and call",
                CALLS, TALK.toSeconds(), plain.toMillis(), detecting.toMillis(), ratio, each);
    }

    private static Duration cpuOf(Scene scene, String extension) {
        Duration before = scene.asterisk().cpu();
        List<Caller> callers = Stream.generate(
                        () -> scene.call(Dial.from(World.freshNumber()).to(extension)))
                .limit(CALLS)
                .toList();
        callers.forEach(caller -> caller.answered(SOON));
        callers.forEach(caller -> caller.sends(TALK));
        callers.forEach(Caller::hangUp);
        return scene.asterisk().cpu().minus(before);
    }
}

package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.stage.Disturbing;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import org.junit.jupiter.api.Test;

/** The deterrent queue has no room left. */
@Disturbing
class FullIT {

    @Test
    void aBlockedCallerWhoFindsNoRoomIsReleasedPolitely(Scene scene) {
        scene.asterisk().deterrentHolds(1);
        scene.asterisk().deterrentKeeps(ofSeconds(120));
        Caller first = scene.call(scene.blockedCaller()).answered(SOON);
        first.hears("signal-tone", ZERO, SOON);
        Caller second = scene.call(scene.blockedCaller()).answered(SOON);
        second.hears("line-fault", ZERO, SOON);
        second.released(SOON);
        first.hangUp();

        LogRow row = scene.log().endedWith("FULL");
        assertThat(row.way()).containsExactly("DETER", "FULL");
        scene.saw("room for one; the second heard the line-fault script; %s", row);
    }
}

package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.stage.InWorld;
import dev.quell.e2e.stage.Lines;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callers who are listened to, on lines that listen to everybody. */
@InWorld("peaceful")
class ListenIT {

    @Test
    void aSilentCallerHearsThreePromptsAndIsReleased(Scene scene) {
        Caller caller = listenedTo(scene, Sound.SILENCE);
        Duration first = caller.hears("listen-1", ZERO, SOON);
        Duration second = caller.hears("listen-2", first, SOON);
        Duration third = caller.hears("listen-3", second, SOON);
        caller.hears("line-fault", third, SOON);
        caller.released(SOON);

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).containsExactly("LISTEN", "RELEASE");
        assertThat(row.outcome()).isEqualTo("SILENT");
        scene.saw("three prompts, the line-fault script, released; %s", row);
    }

    @Test
    void aCallerWithoutRtpHearsOfTheFault(Scene scene) {
        Caller caller = listenedTo(scene, Sound.NOTHING);
        caller.hears("media-fault", ZERO, SOON);
        caller.released(SOON);

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).containsExactly("LISTEN", "NO_MEDIA");
        assertThat(row.outcome()).isEqualTo("NO_MEDIA");
        scene.saw("the technical-fault sentence, released; %s", row);
    }

    @Test
    void aQuietSpeakerIsRescued(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = listenedTo(scene, Sound.SILENCE);
        caller.hears("listen-1", ZERO, SOON);
        caller.say(Sound.QUIET_SPEECH);
        agent.talks(1, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).containsExactly("LISTEN", "RESCUED_SPEECH", "QUEUE");
        assertThat(row.outcome()).isIn("SPOKE", "GOOD_TALK");
        scene.saw("speech at %.0f dBFS reached an agent; %s", Sound.QUIET_SPEECH.level(), row);
    }

    @Test
    void aKeyRescuesToTheHeadOfTheQueue(Scene scene) {
        Caller waiting = scene.call(Dial.from(World.freshNumber()).saying(Sound.NOTHING));
        scene.queueHolds(1);
        Caller caller = listenedTo(scene, Sound.SILENCE);
        caller.hears("listen-1", ZERO, SOON);
        caller.press("5");
        scene.queueHolds(2);
        Agent agent = scene.agent();
        agent.talks(1, SOON);
        caller.say(Sound.SPEECH);
        await("the agent hears the rescued one")
                .atMost(SOON)
                .until(() -> agent.ear().heard(Sound.SPEECH));
        caller.hangUp();
        waiting.hangUp();

        LogRow row = scene.log().endedWith("LISTEN");
        assertThat(row.way()).containsExactly("LISTEN", "RESCUED_KEY", "QUEUE");
        assertThat(row.outcome()).isIn("SPOKE", "GOOD_TALK");
        scene.saw("overtook a waiting caller; %s", row);
    }

    @Test
    void noiseThatNeverPausesPasses(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = listenedTo(scene, Sound.NOISE);
        agent.talks(1, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).containsExactly("LISTEN", "NOISE", "QUEUE");
        assertThat(row.outcome()).isEqualTo("NOISE");
        scene.saw("noise at %.0f dBFS reached an agent; %s", Sound.NOISE.level(), row);
    }

    @Test
    void aProtectedLineNeverReleases(Scene scene) {
        Agent agent = scene.agent("a", ofMillis(500));
        Caller caller = scene.call(
                Dial.from(World.freshNumber()).to(scene.line(Lines.HOTLINE)).saying(Sound.SILENCE));
        caller.answered(SOON).hears("listen-3", ZERO, SOON);
        agent.talks(1, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).containsExactly("LISTEN", "NOT_HEARD", "QUEUE");
        scene.saw("silent through three prompts, then an agent; %s", row);
    }

    private static Caller listenedTo(Scene scene, Sound sound) {
        Dial dial =
                Dial.from(World.freshNumber()).to(scene.line(Lines.LISTENING)).saying(sound);
        return scene.call(dial).answered(SOON);
    }
}

package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.stage.InWorld;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import org.junit.jupiter.api.Test;

/** Asterisk listens to a caller until enough was heard, and no longer; who is silent at first, or never pauses, is listened to. */
@InWorld("peaceful")
class EnoughIT {

    @Test
    void whoHasSpokenIsListenedToNoMoreUntilADialogue(Scene scene) {
        String number = World.freshNumber();
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(number)).answered(SOON);
        agent.talks(1, SOON);
        String channel = channel(scene, number);
        await("the caller was heard").atMost(SOON).until(() -> bursts(scene, channel) > 0);
        int heard = -1;
        // Eight seconds of this speech are several bursts.
        for (int seconds = 10; bursts(scene, channel) > heard && seconds < 100; seconds += 8) {
            heard = bursts(scene, channel);
            caller.sends(ofSeconds(seconds));
        }
        assertThat(bursts(scene, channel)).as("bursts in the last 8 s").isEqualTo(heard);

        caller.say(Sound.SILENCE);
        agent.press("*663");
        caller.hears("listen-1", ZERO, SOON);
        caller.say(Sound.SPEECH);
        agent.talks(2, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).startsWith("PASS", "FLAG", "LISTEN", "RESCUED_SPEECH", "QUEUE");
        assertThat(bursts(scene, channel)).isGreaterThan(heard);
        scene.saw("%d bursts, then none in 8 s of speech; in the dialogue heard again: %s", heard, row);
    }

    @Test
    void whoIsSilentAtFirstIsHeardLater(Scene scene) {
        Agent agent = scene.agent();
        Caller caller =
                scene.call(Dial.from(World.freshNumber()).saying(Sound.SILENCE)).answered(SOON);
        agent.talks(1, SOON);
        caller.sends(ofSeconds(8));
        caller.say(Sound.QUIET_SPEECH);
        caller.sends(ofSeconds(16));
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.outcome()).isEqualTo("GOOD_TALK");
        scene.saw("8 s of silence, then quiet speech: %s", row);
    }

    @Test
    void whoNeverPausesIsListenedToUntilTheEnd(Scene scene) {
        Agent agent = scene.agent();
        Caller caller =
                scene.call(Dial.from(World.freshNumber()).saying(Sound.NOISE)).answered(SOON);
        agent.talks(1, SOON);
        caller.sends(ofSeconds(18));
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.outcome()).isEqualTo("NOISE");
        scene.saw("18 s of noise: %s", row);
    }

    @Test
    void whoIsSilentToTheEndIsSilent(Scene scene) {
        Agent agent = scene.agent();
        Caller caller =
                scene.call(Dial.from(World.freshNumber()).saying(Sound.SILENCE)).answered(SOON);
        agent.talks(1, SOON);
        caller.sends(ofSeconds(6));
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.outcome()).isEqualTo("SILENT");
        scene.saw("6 s of silence: %s", row);
    }

    private static String channel(Scene scene, String number) {
        return scene.asterisk().channels().stream()
                .map(channel -> channel.split("!"))
                .filter(fields -> fields[7].equals(number))
                .map(fields -> fields[0])
                .findFirst()
                .orElseThrow();
    }

    /** How often Asterisk heard the channel begin to talk. */
    private static int bursts(Scene scene, String channel) {
        return scene.asterisk().log().split(channel + " is now talking", -1).length - 1;
    }
}

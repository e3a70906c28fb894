package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
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

/** Callers who reach an agent, and what their calls turn out to be. */
@InWorld("peaceful")
class PassIT {

    @Test
    void aCustomerPassesAndTalks(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(World.freshNumber())).answered(SOON);
        agent.talks(1, SOON);
        await("both hear each other")
                .atMost(SOON)
                .until(() -> agent.ear().heard(Sound.SPEECH) && caller.ear().heard(Sound.SPEECH));
        await("a good talk").atMost(SOON).until(() -> agent.ear().length().compareTo(ofSeconds(8)) > 0);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.applied()).isEqualTo("PASS");
        assertThat(row.way()).containsExactly("PASS");
        assertThat(row.outcome()).isEqualTo("GOOD_TALK");
        assertThat(row.text("agent")).isEqualTo("PJSIP/" + agent.name());
        assertThat(row.text("queue")).isEqualTo(scene.queue());
        assertThat(row.text("side")).isEqualTo("CALLER");
        assertThat(row.packets()).isGreaterThan(300);
        scene.saw("agent and customer heard each other, %s", row);
    }

    @Test
    void aCallerWithoutRtpIsATechnicalFault(Scene scene) {
        LogRow row = talkToAgent(scene, Sound.NOTHING);
        assertThat(row.outcome()).isEqualTo("NO_MEDIA");
        assertThat(row.packets()).isZero();
        scene.saw("no packet, %s", row);
    }

    @Test
    void aCallerWithSilentRtpIsSilent(Scene scene) {
        LogRow row = talkToAgent(scene, Sound.SILENCE);
        assertThat(row.outcome()).isEqualTo("SILENT");
        assertThat(row.packets()).isGreaterThan(100);
        scene.saw("%d packets of silence, %s", row.packets(), row);
    }

    @Test
    void aQuietSpeakerIsNotSilent(Scene scene) {
        LogRow row = talkToAgent(scene, Sound.QUIET_SPEECH);
        assertThat(row.outcome()).isIn("SPOKE", "GOOD_TALK");
        scene.saw("speech at %.0f dBFS, %s", Sound.QUIET_SPEECH.level(), row);
    }

    @Test
    void aWithheldCallerPasses(Scene scene) {
        Agent agent = scene.agent();
        Dial withheld = Dial.from(World.freshNumber())
                .as("\"Anonymous\" <sip:anonymous@anonymous.invalid>")
                .with("Privacy: id");
        Caller caller = scene.call(withheld).answered(SOON);
        agent.talks(1, SOON);
        caller.sends(ofSeconds(3));
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.text("caller")).isEqualTo("withheld");
        assertThat(row.applied()).isEqualTo("PASS");
        assertThat(row.symbols()).contains("CLI_WITHHELD");
        scene.saw("an agent answered, %s", row);
    }

    @Test
    void theAllowListWinsOverTheBlockList(Scene scene) {
        String number = World.freshNumber();
        scene.quell().api().block(number, ofSeconds(600));
        scene.quell().api().allow(number, ofSeconds(600));
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(number)).answered(SOON);
        agent.talks(1, SOON);
        caller.sends(ofSeconds(3));
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.applied()).isEqualTo("PASS");
        scene.saw("blocked and allowed at once, %s", row);
    }

    private static LogRow talkToAgent(Scene scene, Sound sound) {
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(World.freshNumber()).saying(sound)).answered(SOON);
        agent.talks(1, SOON);
        await("four seconds of talk")
                .atMost(SOON)
                .until(() -> caller.ear().length().compareTo(ofSeconds(4)) > 0);
        caller.hangUp();
        LogRow row = scene.log().ended(1);
        assertThat(row.applied()).isEqualTo("PASS");
        return row;
    }
}

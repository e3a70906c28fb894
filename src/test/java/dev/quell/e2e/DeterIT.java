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
import dev.quell.e2e.stage.Lines;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callers who are kept from the agents. */
@InWorld("peaceful")
class DeterIT {

    @Test
    void aNuisanceCallerIsDeterred(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(scene.blockedCaller()).answered(SOON);
        Duration tones = caller.hears("sit", ZERO, SOON);
        Duration intro = caller.hears("analysis-intro", tones, SOON);
        Duration signal = caller.hears("signal-tone", intro, SOON);
        Duration wait = caller.hears("analysis-wait", signal, SOON);
        Duration done = caller.hears("analysis-done", wait, SOON);
        caller.released(SOON);

        LogRow row = scene.log().ended(1);
        assertThat(row.applied()).isEqualTo("DETER");
        assertThat(row.way()).containsExactly("DETER", "TIMEOUT");
        assertThat(row.text("side")).isEqualTo("OTHER");
        assertThat(row.text("caseNumber")).matches("[0-9]{8}");
        assertThat(agent.rung()).isZero();
        scene.saw(
                "intro at %d s, tone, wait at %d s, done at %d s, released; %s",
                intro.toSeconds(), wait.toSeconds(), done.toSeconds(), row);
    }

    @Test
    void aCallerOfAChineseTrunkHearsMandarin(Scene scene) {
        Caller caller = scene.call(scene.blockedCaller().over("127.0.0.3")).answered(SOON);
        Duration intro = caller.hearsInMandarin("analysis-intro", ZERO, SOON);
        caller.hearsInMandarin("analysis-wait", intro, SOON);
        caller.hangUp();
        assertThat(scene.log().ended(1).way()).containsExactly("DETER", "LEFT");
        scene.saw("the introduction and the announcement in Mandarin");
    }

    @Test
    void aProtectedLineTakesABlockedCaller(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(scene.blockedCaller().to(scene.line(Lines.PROTECTED)))
                .answered(SOON);
        String shown = agent.talks(1, SOON).rings(1, SOON);
        caller.hangUp();
        assertThat(scene.log().ended(1).way()).containsExactly("TAG");
        assertThat(shown).contains("ABUSIVE");
        scene.saw("an agent answered, whose phone showed %s", shown.replaceAll("<.*", ""));
    }

    @Test
    void aBlockedCallersKeyLeadsToRedressOnly(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(scene.blockedCaller()).answered(SOON);
        caller.hears("signal-tone", ZERO, SOON);
        caller.press("7");
        Duration at = caller.hears("redress", ZERO, SOON);
        String number = scene.log().living().text("caseNumber");
        for (char digit : number.toCharArray()) {
            at = caller.hears("digits/" + digit, at.plusMillis(400), SOON);
        }
        caller.hears("redress-end", at, SOON);
        caller.released(SOON);

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).containsExactly("DETER", "KEY", "REDRESS");
        assertThat(agent.rung()).isZero();
        scene.saw("redress and case number %s read out, released; %s", number, row);
    }

    @Test
    void aKeyLeavesTheDeterrentOnce(Scene scene) {
        String number = World.freshNumber();
        Agent agent = scene.agent();
        Caller silent = scene.call(Dial.from(number).saying(Sound.SILENCE)).answered(SOON);
        agent.talks(1, SOON);
        silent.sends(ofSeconds(4));
        silent.hangUp();
        assertThat(scene.log().ended(1).outcome()).isEqualTo("SILENT");

        // A silent call and an identity that does not hold: two families of evidence, in the tests' settings enough for
        // the deterrent.
        Dial pretender = Dial.from(number).with("P-Asserted-Identity: <sip:+8613600000000@carrier.example>");
        Caller caller = scene.call(pretender).answered(SOON);
        caller.hears("signal-tone", ZERO, SOON);
        caller.press("0");
        Duration said = caller.hears("redress-end", ZERO, SOON);
        agent.talks(2, SOON).press("*66");
        Duration tone = caller.hears("signal-tone", said, SOON);
        caller.press("0");
        caller.hears("redress-end", tone, SOON);
        caller.released(SOON);

        LogRow row = scene.log().ended(2);
        assertThat(row.way()).containsExactly("DETER", "KEY", "REDRESS", "QUEUE", "FLAG", "DETER", "KEY", "REDRESS");
        assertThat(agent.rung()).isEqualTo(2);
        scene.saw("the first key led to an agent, the one after the agent's flag did not; %s", row);
    }

    @Test
    void aStrictLineRefusesWith608(Scene scene) {
        Caller caller = scene.call(scene.blockedCaller().to(scene.line(Lines.STRICT)));
        assertThat(caller.refused(SOON)).isEqualTo(608);

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).containsExactly("REJECT");
        scene.saw("608 before answer; %s", row);
    }

    @Test
    void aRangeIsRefusedAndTheNumberBehindItsEndIsNot(Scene scene) {
        scene.quell().api().block("15261230000~15261239998", ofSeconds(600));
        String strict = scene.line(Lines.STRICT);
        assertThat(scene.call(Dial.from("15261239998").to(strict)).refused(SOON))
                .isEqualTo(608);
        Agent agent = scene.agent();
        Caller outside = scene.call(Dial.from("15261239999").to(strict)).answered(SOON);
        agent.talks(1, SOON);
        outside.hangUp();

        LogRow row = scene.log().ended(2);
        assertThat(row.text("caller")).isEqualTo("+8615261239999");
        assertThat(row.applied()).isEqualTo("PASS");
        scene.saw("608 for +8615261239998, an agent for +8615261239999");
    }

    @Test
    void aBlockEntryExpires(Scene scene) {
        String number = World.freshNumber();
        scene.quell().api().block(number, ofSeconds(15));
        Dial dial = Dial.from(number).to(scene.line(Lines.STRICT));
        assertThat(scene.call(dial).refused(SOON)).isEqualTo(608);
        Agent agent = scene.agent();
        await("the entry is over").atMost(SOON).pollInterval(ofSeconds(3)).until(() -> {
            Caller caller = scene.call(dial);
            return caller.isAnsweredWithin(SOON);
        });
        agent.talks(1, SOON);
        scene.saw("608 first, an agent after the entry's end");
    }
}

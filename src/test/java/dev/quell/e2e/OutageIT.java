package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.stage.Disturbing;
import dev.quell.e2e.stage.Lines;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The service is away or frozen: calls go on, and what became of them is told later. One scenario at a time. */
@Disturbing
class OutageIT {

    /** The longest step of a dialogue: a prompt, quell.treatment.listen.prompt-at-most. */
    private static final Duration ONE_STEP = ofSeconds(4);

    @Test
    void aServiceThatRefusesLetsCallsPass(Scene scene) {
        scene.quell().kill();
        Agent agent = scene.agent();
        Duration took = timeToRing(scene, agent, 1);
        scene.call(Dial.from(World.freshNumber())).answered(SOON).hangUp();
        scene.quell().startAgain();
        assertThat(took).isLessThan(ofSeconds(1));
        scene.nextCallTellsWhatWasKept();

        assertThat(scene.log().endedWith("UNSCREENED_FAILED").arrived())
                .isBeforeOrEqualTo(scene.log().endedWith("UNSCREENED_SKIPPED").arrived());
        assertThat(scene.quell().api().metric("quell_failopen_total")).isEqualTo(2);
        scene.saw(
                "the agent rang after %d ms, both calls told later; %s",
                took.toMillis(), scene.log().endedWith("UNSCREENED_FAILED"));
    }

    @Test
    void aServiceKilledInTheMiddleOfACallLosesNothing(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(World.freshNumber())).answered(SOON);
        agent.talks(1, SOON);
        scene.quell().kill();
        Duration before = agent.ear().length();
        await("the talk goes on").until(() -> agent.ear().length().compareTo(before.plusSeconds(2)) > 0);
        caller.hangUp();
        scene.quell().startAgain();
        scene.nextCallTellsWhatWasKept();

        LogRow row = scene.log().ended(Lines.ORDINARY, 1);
        assertThat(row.way()).containsExactly("PASS");
        assertThat(row.packets()).isGreaterThan(100);
        scene.saw("the talk went on, its end was told after the restart; %s", row);
    }

    @Test
    void aServiceKilledInADialogueHandsTheCallerToAnAgent(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = listenedTo(scene);
        long began = System.nanoTime();
        scene.quell().kill();
        agent.rings(1, ONE_STEP.plusSeconds(2));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        caller.hangUp();
        scene.quell().startAgain();
        scene.nextCallTellsWhatWasKept();

        LogRow row = scene.log().ended(Lines.LISTENING, 1);
        assertThat(row.way()).containsExactly("LISTEN", "UNSCREENED_DIALOGUE", "QUEUE");
        scene.saw("the agent rang after %d ms; %s", took.toMillis(), row);
    }

    @Test
    void aFrozenServiceCostsOneCallInTenSeconds(Scene scene) {
        scene.quell().freeze();
        Agent agent = scene.agent("a", ofSeconds(60));
        List<Duration> waits = new ArrayList<>();
        long end = System.nanoTime() + ofMillis(12_500).toNanos();
        while (System.nanoTime() < end) {
            waits.add(timeToRing(scene, agent, waits.size() + 1));
        }
        scene.quell().thaw();
        assertThat(waits.getFirst()).isBetween(ofMillis(1400), ofMillis(2500));
        assertThat(waits)
                .filteredOn(wait -> wait.compareTo(ofMillis(1400)) >= 0)
                .hasSize(2);
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThan(ofMillis(2500)));
        scene.saw(
                "%d calls in 12.5 s: the first waited %d ms, one more probed",
                waits.size(), waits.getFirst().toMillis());
    }

    @Test
    void aServiceFrozenInADialogueHandsTheCallerToAnAgent(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = listenedTo(scene);
        long began = System.nanoTime();
        scene.quell().freeze();
        agent.rings(1, ONE_STEP.plusSeconds(2));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        caller.hangUp();
        scene.quell().thaw();
        scene.saw(
                "the agent rang %d ms after the freeze, in the middle of a step of at most %d s",
                took.toMillis(), ONE_STEP.toSeconds());
    }

    @Test
    void twentyHangUpsWhileFrozenLeaveNoChannel(Scene scene) {
        // An agent's phone of an earlier scene may still be ringing.
        List<String> others = names(scene);
        List<Caller> callers = Stream.generate(() -> scene.call(Dial.from(World.freshNumber())))
                .limit(20)
                .toList();
        await("all wait").atMost(ofSeconds(15)).until(() -> scene.log().rows().size() == 20);
        scene.quell().freeze();
        callers.forEach(Caller::hangUp);
        long began = System.nanoTime();
        await("no channel is left")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(names(scene)).isSubsetOf(others));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        scene.quell().thaw();
        scene.nextCallTellsWhatWasKept();
        await("all ends are known")
                .atMost(ofSeconds(15))
                .until(() -> scene.log().rows().stream().filter(LogRow::ended).count() >= 20);
        scene.saw(
                "no channel %d ms after the last hang-up, 20 ends in the log after the thaw; %s",
                took.toMillis(), scene.log().ended(Lines.ORDINARY, 1));
    }

    private static Caller listenedTo(Scene scene) {
        Caller caller = scene.call(
                Dial.from(World.freshNumber()).to(scene.line(Lines.LISTENING)).saying(Sound.SILENCE));
        caller.answered(SOON).hears("listen-1", ZERO, ofSeconds(10));
        return caller;
    }

    private static Duration timeToRing(Scene scene, Agent agent, int n) {
        long began = System.nanoTime();
        Caller caller = scene.call(Dial.from(World.freshNumber()));
        agent.rings(n, SOON);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        caller.hangUp();
        return took;
    }

    private static List<String> names(Scene scene) {
        return scene.asterisk().channels().stream()
                .map(line -> line.substring(0, line.indexOf('!')))
                .toList();
    }
}

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
import dev.quell.e2e.server.Dialplan;
import dev.quell.e2e.stage.Disturbing;
import dev.quell.e2e.stage.Lines;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The service is away or frozen: calls go on, and what became of them is told later. One scenario at a time. */
@Disturbing
class OutageIT {

    /** The longest step of a dialogue: a prompt, quell.treatment.listen.prompt-at-most. */
    private static final Duration ONE_STEP = ofSeconds(4);

    /** A step's guard is 1.5 s longer than the step; the rest is for a machine that has much else to do. */
    private static final Duration SPARE = ofSeconds(15);

    /** Long beside what a call takes on such a machine, so that who waited for it is known by the time. */
    private static final Duration GUARD = ofSeconds(6);

    @Test
    void aServiceThatRefusesLetsCallsPass(Scene scene) {
        scene.quell().kill();
        Agent agent = scene.agent("a", ofSeconds(120));
        Duration took = timeToRing(scene, agent, 1);
        Caller second = scene.call(Dial.from(World.freshNumber()));
        agent.answers(2, SOON);
        second.answered(SOON).hangUp();
        scene.quell().startAgain();
        double before = scene.quell().api().metric("quell_failopen_total");
        assertThat(took).as("no call waits for the guard").isLessThan(Dialplan.GUARD.dividedBy(2));
        scene.nextCallTellsWhatWasKept();

        assertThat(scene.log().endedWith("UNSCREENED_FAILED").arrived())
                .isBeforeOrEqualTo(scene.log().endedWith("UNSCREENED_SKIPPED").arrived());
        assertThat(scene.quell().api().metric("quell_failopen_total") - before).isEqualTo(2);
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
        await("the talk goes on").atMost(SOON).until(() -> agent.ear().length().compareTo(before.plusSeconds(2)) > 0);
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
        agent.rings(1, ONE_STEP.plus(SPARE));
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
        scene.asterisk().guard(GUARD);
        scene.quell().freeze();
        Agent agent = scene.agent("a", ofSeconds(120));
        Duration first = timeToRing(scene, agent, 1);
        long open = System.nanoTime();
        int skipped = 0;
        Duration probe = timeToRing(scene, agent, 2);
        long began = open;
        while (probe.compareTo(GUARD) < 0 && System.nanoTime() - open < SOON.toNanos()) {
            skipped++;
            began = System.nanoTime();
            probe = timeToRing(scene, agent, skipped + 2);
        }
        scene.quell().thaw();
        assertThat(List.of(first, probe)).allSatisfy(wait -> assertThat(wait).isBetween(GUARD, GUARD.multipliedBy(2)));
        assertThat(skipped).isPositive();
        Duration between = Duration.ofNanos(began - open);
        assertThat(between).as("between the two that waited").isGreaterThan(ofSeconds(6));
        scene.saw(
                "the first call waited %d ms, %d more did not in the next %d ms, then one more probed",
                first.toMillis(), skipped, between.toMillis());
    }

    @Test
    void aServiceFrozenInADialogueHandsTheCallerToAnAgent(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = listenedTo(scene);
        long began = System.nanoTime();
        scene.quell().freeze();
        agent.rings(1, ONE_STEP.plus(SPARE));
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
        await("all wait").atMost(SOON).until(() -> scene.log().rows().size() == 20);
        scene.quell().freeze();
        callers.forEach(Caller::hangUp);
        long began = System.nanoTime();
        await("no channel is left")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(names(scene)).isSubsetOf(others));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        scene.quell().thaw();
        scene.nextCallTellsWhatWasKept();
        scene.log()
                .awaitTold(
                        "all ends",
                        () -> scene.log().rows().stream().filter(LogRow::ended).count() >= 20);
        scene.saw(
                "no channel %d ms after the last hang-up, 20 ends in the log after the thaw; %s",
                took.toMillis(), scene.log().ended(Lines.ORDINARY, 1));
    }

    private static Caller listenedTo(Scene scene) {
        Caller caller = scene.call(
                Dial.from(World.freshNumber()).to(scene.line(Lines.LISTENING)).saying(Sound.SILENCE));
        caller.answered(SOON).hears("listen-1", ZERO, SOON);
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

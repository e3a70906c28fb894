package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.server.QuellUnderTest;
import dev.quell.e2e.stage.Again;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Site;
import dev.quell.e2e.stage.Step;
import dev.quell.e2e.stage.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One Asterisk before two services that know nothing of each other: whatever becomes of one, the other screens. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(Again.class)
class FailoverIT {

    private static final String MEASURED = "4600";
    private static final int RATE = 20;
    /** Long beside what a call takes on a machine that has much else to do; each of the two services has a half of it. */
    private static final Duration GUARD = ofSeconds(8);

    private static final Duration SHARE = GUARD.dividedBy(2);

    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.start(1, 2, Map.of());
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    private int before;

    @BeforeEach
    void inOrder() {
        site.repair();
        site.asterisk().rx("dialplan set global QUELL_ORDER ordered");
        before = Step.of(site.asterisk()).size();
    }

    @Test
    void aKilledServiceCostsNoVerdict() {
        try (Crowd crowd = crowd(160)) {
            awaitSteps(60);
            site.first().kill();
            crowd.dispersed(SOON);
        }
        List<Step> steps = steps(160);
        assertThat(steps).allMatch(Step::screened).extracting(Step::host).contains(1, 2);
        assertThat(steps.getLast().host()).isEqualTo(2);
        tell("killed at %d calls/s: %d of %d calls went to the other, the slowest took %d ms", steps);
    }

    @Test
    void aFrozenServiceHoldsNoCallLongerThanItsShare() {
        site.asterisk().guard(GUARD);
        try (Crowd crowd = crowd(160)) {
            awaitSteps(60);
            site.first().freeze();
            crowd.dispersed(SOON);
        }
        site.first().thaw();
        List<Step> steps = steps(160);
        assertThat(steps).allMatch(Step::screened);
        assertThat(steps).allSatisfy(step -> assertThat(step.took()).isLessThan(GUARD.multipliedBy(2)));
        assertThat(steps.getLast().host()).isEqualTo(2);
        assertThat(steps.stream().map(Step::took))
                .as("held for a share, and not for the whole guard")
                .anyMatch(took -> took.compareTo(SHARE) >= 0 && took.compareTo(GUARD) < 0);
        tell("frozen at %d calls/s: %d of %d calls went to the other, the slowest took %d ms", steps);
    }

    @Test
    void bothFrozenLetTheCallPassInTheGuardsTime() {
        site.asterisk().guard(GUARD);
        site.quells().forEach(QuellUnderTest::freeze);
        oneCall();
        Step step = steps(1).getFirst();
        site.quells().forEach(QuellUnderTest::thaw);
        assertThat(step.way()).isEqualTo("UNSCREENED_GUARD");
        assertThat(step.took()).isBetween(GUARD, GUARD.plus(SHARE));
    }

    @Test
    void aServiceThatIsBackIsAskedAgainAfterTenSeconds() {
        site.first().kill();
        oneCall();
        site.first().startAgain();
        await("the first is asked again").atMost(SOON).until(() -> {
            oneCall();
            return Step.of(site.asterisk()).getLast().host() == 1;
        });
        assertThat(Step.of(site.asterisk()).stream().skip(before)).allMatch(Step::screened);
    }

    @Test
    void randomSpreadsTheCalls() {
        site.asterisk().rx("dialplan set global QUELL_ORDER random");
        try (Crowd crowd = crowd(60)) {
            crowd.dispersed(SOON);
        }
        List<Step> steps = steps(60);
        assertThat(steps).allMatch(Step::screened);
        for (int host = 1; host <= 2; host++) {
            int place = host;
            // Fewer than 12 of 60 come about once in a million runs.
            assertThat(steps).filteredOn(step -> step.host() == place).hasSizeGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void theEndOfACallOfAServiceThatIsAwayIsKeptForIt() {
        Instant start = Instant.now().minusSeconds(1);
        String number = World.freshNumber();
        try (Caller caller =
                new Caller(Dial.from(number).to(MEASURED), site.asterisk().sipPort())) {
            caller.answered(SOON);
            site.first().kill();
            caller.hangUp();
        }
        String kept = "quell-ended/" + steps(1).getFirst().call();
        await("kept")
                .atMost(SOON)
                .until(() -> site.asterisk().rx("database show quell-ended").contains(kept));
        assertThat(rows(site.second(), start, number)).isEmpty();

        site.first().startAgain();
        site.asterisk().closeBreaker();
        // A handler tells 50 again, and others may be kept from the scenarios before.
        await("told").atMost(SOON.multipliedBy(3)).until(() -> {
            oneCall();
            return rows(site.first(), start, number).stream().anyMatch(LogRow::ended);
        });
        await("nothing is left")
                .atMost(SOON)
                .until(() -> !site.asterisk().rx("database show quell-ended").contains(kept));
    }

    private static List<LogRow> rows(QuellUnderTest quell, Instant start, String number) {
        return quell.api()
                .get("/calls?limit=500&from=" + start)
                .valueStream()
                .map(LogRow::new)
                .filter(row -> row.text("caller").endsWith(number))
                .toList();
    }

    private static Crowd crowd(int size) {
        return Crowd.patient("1377", MEASURED, size, RATE, site.asterisk().sipPort());
    }

    private static void oneCall() {
        try (Crowd crowd = crowd(1)) {
            crowd.dispersed(SOON);
        }
    }

    private void awaitSteps(int n) {
        await(n + " calls").atMost(SOON).until(() -> Step.of(site.asterisk()).size() >= before + n);
    }

    private List<Step> steps(int n) {
        awaitSteps(n);
        return Step.of(site.asterisk()).stream().skip(before).toList();
    }

    private static void tell(String text, List<Step> steps) {
        Duration slowest =
                steps.stream().map(Step::took).max(Comparator.naturalOrder()).orElseThrow();
        long other = steps.stream().filter(step -> step.host() == 2).count();
        System.out.println("       " + text.formatted(RATE, other, steps.size(), slowest.toMillis()));
    }
}

package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.server.Dialplan;
import dev.quell.e2e.server.QuellUnderTest;
import dev.quell.e2e.stage.Again;
import dev.quell.e2e.stage.Site;
import dev.quell.e2e.stage.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two services, of which the first is left out by its breaker: what it is good for when the second one fails. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(Again.class)
class LeftOutIT {

    private static final String MEASURED = "4600";
    private static final int RATE = 20;
    /** Long beside what a call takes on a machine that has much else to do; each of the two services has a half of it. */
    private static final Duration GUARD = ofSeconds(8);

    /** A breaker's mark further ahead than ten seconds counts for nothing. */
    private static final Duration OUT = ofSeconds(9);

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

    @BeforeEach
    void theFirstIsLeftOut() {
        site.repair();
        leaveOut(1);
    }

    @Test
    void itIsLeftOutWhileTheOtherAnswers() {
        Step step = whileLeftOut(1);
        assertThat(step.screened()).isTrue();
        assertThat(step.host()).isEqualTo(2);
    }

    @Test
    void itIsAskedWhenTheOtherFails() {
        Instant began = Instant.now();
        site.second().kill();
        Step step = calls(1).getFirst();
        assertThat(step.way()).isEqualTo("PASS");
        assertThat(step.host()).isEqualTo(1);
        assertThat(mark(1)).as("its breaker is closed").isZero();
        assertThat(mark(2)).isGreaterThan(began.plusSeconds(8).getEpochSecond());
    }

    @Test
    void frozenItHasTheRestOfTheGuardOnceASecond() {
        site.asterisk().guard(GUARD);
        site.quells().forEach(QuellUnderTest::freeze);
        leaveOut(1);
        List<Step> steps = calls(2 * RATE);
        assertThat(steps)
                .noneMatch(Step::screened)
                .allSatisfy(step -> assertThat(step.took()).isLessThan(GUARD.multipliedBy(2)));
        assertThat(steps)
                .filteredOn(step -> step.took().compareTo(GUARD) >= 0)
                .as("waited for both, of calls that come in two seconds or a few more")
                .hasSizeBetween(1, RATE / 2);
    }

    @Test
    void nobodyIsAskedWhenAllAreLeftOut() {
        Step step = whileLeftOut(2);
        assertThat(step.way()).isEqualTo("UNSCREENED_SKIPPED");
        assertThat(step.host()).isZero();
        assertThat(step.took()).isLessThan(Dialplan.GUARD.dividedBy(2));
    }

    private static void leaveOut(int host) {
        site.asterisk()
                .rx("dialplan set global QUELL_SKIP_UNTIL_" + host + " "
                        + Instant.now().plus(OUT).getEpochSecond());
    }

    /** A call that is over before the first so many services are asked again; a machine that has much else to do may take a few. */
    private static Step whileLeftOut(int hosts) {
        for (int n = 1; ; n++) {
            for (int host = 1; host <= hosts; host++) {
                leaveOut(host);
            }
            Instant end = Instant.now().plus(OUT).minusSeconds(2);
            Step step = calls(1).getFirst();
            if (n == 5 || Instant.now().isBefore(end)) {
                return step;
            }
        }
    }

    private static long mark(int host) {
        Matcher mark = Pattern.compile("QUELL_SKIP_UNTIL_" + host + "=(\\d+)")
                .matcher(site.asterisk().rx("dialplan show globals"));
        return mark.find() ? Long.parseLong(mark.group(1)) : 0;
    }

    private static List<Step> calls(int n) {
        int before = Step.of(site.asterisk()).size();
        try (Crowd crowd =
                Crowd.patient("1378", MEASURED, n, RATE, site.asterisk().sipPort())) {
            crowd.dispersed(SOON);
        }
        await(n + " calls").atMost(SOON).until(() -> Step.of(site.asterisk()).size() >= before + n);
        return Step.of(site.asterisk()).stream().skip(before).toList();
    }
}

package dev.quell.e2e;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.server.QuellUnderTest;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two services, of which the first is left out by its breaker: what it is good for when the second one fails. */
@Execution(ExecutionMode.SAME_THREAD)
class LeftOutIT {

    private static final String MEASURED = "4600";
    private static final int RATE = 20;
    /** Longer than two frozen services hold a call. */
    private static final Duration STAY = ofSeconds(3);

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
    void theFirstIsLeftOut() {
        site.repair();
        leaveOut(1);
        before = Step.of(site.asterisk()).size();
    }

    @Test
    void itIsLeftOutWhileTheOtherAnswers() {
        Step step = calls(1).getFirst();
        assertThat(step.screened()).isTrue();
        assertThat(step.host()).isEqualTo(2);
    }

    @Test
    void itIsAskedWhenTheOtherFails() {
        site.second().kill();
        Step step = calls(1).getFirst();
        assertThat(step.way()).isEqualTo("PASS");
        assertThat(step.host()).isEqualTo(1);
        assertThat(mark(1)).as("its breaker is closed").isZero();
        assertThat(mark(2)).isGreaterThan(Instant.now().getEpochSecond());
    }

    @Test
    void frozenItHasTheRestOfTheGuardOnceASecond() {
        site.quells().forEach(QuellUnderTest::freeze);
        List<Step> steps = calls(2 * RATE);
        assertThat(steps)
                .noneMatch(Step::screened)
                .allSatisfy(step -> assertThat(step.took()).isLessThan(ofMillis(2500)));
        assertThat(steps)
                .filteredOn(step -> step.took().compareTo(ofMillis(1450)) >= 0)
                .as("waited for both")
                .hasSizeBetween(1, 3);
    }

    @Test
    void nobodyIsAskedWhenAllAreLeftOut() {
        leaveOut(2);
        Step step = calls(1).getFirst();
        assertThat(step.way()).isEqualTo("UNSCREENED_SKIPPED");
        assertThat(step.host()).isZero();
        assertThat(step.took()).isLessThan(ofMillis(300));
    }

    private static void leaveOut(int host) {
        site.asterisk()
                .rx("dialplan set global QUELL_SKIP_UNTIL_" + host + " "
                        + Instant.now().plusSeconds(8).getEpochSecond());
    }

    private static long mark(int host) {
        Matcher mark = Pattern.compile("QUELL_SKIP_UNTIL_" + host + "=(\\d+)")
                .matcher(site.asterisk().rx("dialplan show globals"));
        return mark.find() ? Long.parseLong(mark.group(1)) : 0;
    }

    private List<Step> calls(int n) {
        try (Crowd crowd =
                new Crowd("1378", MEASURED, n, RATE, Dial.TRUNK, site.asterisk().sipPort(), STAY)) {
            crowd.dispersed(ofSeconds(30));
        }
        await(n + " calls")
                .atMost(ofSeconds(30))
                .until(() -> Step.of(site.asterisk()).size() >= before + n);
        return Step.of(site.asterisk()).stream().skip(before).toList();
    }
}

package dev.quell.screening.book;

import static dev.quell.testing.CallBuilder.aCall;
import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.CaseNumber;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.testing.Standards;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReporterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallReporter book = new CallReporter(meters, Standards.classifier());

    @Test
    void countsAVerdictAndItsTime() {
        book.screened(new CallScreened(
                aCall().at(NOW),
                new CallToken("a".repeat(26)),
                new CaseNumber("00012345"),
                new Verdict(Action.LISTEN, CallClass.SILENT, 0.2, List.of(), "burst-listen", "test"),
                Action.PASS,
                "observe",
                128,
                true,
                "",
                Duration.ofMillis(3)));

        assertThat(counted("quell.verdicts", "action", "LISTEN", "applied", "PASS", "class", "SILENT"))
                .isEqualTo(1);
        assertThat(meters.timer("quell.verdict.time").totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "LISTEN-RELEASE, LISTEN, RELEASE",
        "LISTEN-RESCUED_KEY-QUEUE, LISTEN, RESCUED_KEY",
        "PASS-FLAG-DETER-KEY-REDRESS, DETER, KEY",
        "LISTEN, LISTEN, NONE",
        "REJECT, REJECT, NONE"
    })
    void countsATreatmentAndHowItEnded(String way, String treatment, String end) {
        conclude(way);

        assertThat(counted("quell.treatments", "way", treatment, "end", end)).isEqualTo(1);
        assertThat(counted("quell.outcomes", "outcome", "UNKNOWN")).isEqualTo(1);
    }

    @Test
    void aCallThatPassedHadNoTreatment() {
        conclude("PASS");

        assertThat(meters.find("quell.treatments").counters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNSCREENED_GUARD, dialplan-guard",
        "UNSCREENED_FAILED, dialplan-failed",
        "UNSCREENED_SKIPPED, dialplan-skipped",
        "LISTEN-UNSCREENED_DIALOGUE, dialplan-dialogue"
    })
    void countsWhatTheDialplanLetPass(String way, String reason) {
        conclude(way);

        assertThat(counted("quell.failopen", "reason", reason)).isEqualTo(1);
    }

    private void conclude(String way) {
        book.on(new CallConcluded(
                anEnd().way(way).at(NOW),
                new CallerNumber.Withheld(),
                "4001",
                "carrier",
                TalkReport.UNKNOWN,
                CallOutcome.UNKNOWN,
                "talk detection was off",
                Optional.empty()));
    }

    private double counted(String name, String... tags) {
        return meters.counter(name, tags).count();
    }
}

package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.CallBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Prometheus page has what alarms look at, before anything has happened. */
class MetricsTests extends RunningService {
    private double value(String series) {
        return send("GET", "/actuator/prometheus", null)
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no series " + series));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quell_verdicts_total{action=\"REJECT\",applied=\"REJECT\",class=\"NORMAL\"}",
                "quell_treatments_total{end=\"NONE\",way=\"DETER\"}",
                "quell_treatments_total{end=\"NONE\",way=\"LISTEN\"}",
                "quell_outcomes_total{outcome=\"SILENT\"}",
                "quell_failopen_total{reason=\"internal\"}",
                "quell_failopen_total{reason=\"dialplan-guard\"}",
                "quell_failopen_total{reason=\"dialplan-skipped\"}",
                "quell_agi_rejected_total{reason=\"token\"}",
                "quell_floor",
            })
    void whatHasNotHappenedIsThereAtZero(String series) {
        assertThat(value(series)).isZero();
    }

    @Test
    void aVerdictIsCountedAndTimed() {
        String passed = "quell_verdicts_total{action=\"PASS\",applied=\"PASS\",class=\"NORMAL\"}";
        double count = value(passed);
        double timed = value("quell_verdict_time_seconds_count");

        call(CallBuilder.aCall());

        assertThat(value(passed)).isEqualTo(count + 1);
        assertThat(value("quell_verdict_time_seconds_count")).isEqualTo(timed + 1);
        assertThat(value("quell_verdict_time_seconds_bucket{le=\"0.005\"}")).isGreaterThanOrEqualTo(0);
    }

    @Test
    void aWrongTokenIsCounted() {
        double before = value("quell_api_wrong_tokens_total");

        send("GET", "/api/v1/calls", null, "Authorization", "Bearer wrong");

        assertThat(value("quell_api_wrong_tokens_total")).isEqualTo(before + 1);
    }
}

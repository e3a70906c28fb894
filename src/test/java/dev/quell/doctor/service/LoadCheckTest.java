package dev.quell.doctor.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.doctor.finding.Finding;
import dev.quell.doctor.finding.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page of metrics tells of calls that were not screened. */
class LoadCheckTest {

    private static List<String> found(String... reasonsAndCounts) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < reasonsAndCounts.length; i += 2) {
            page.append("quell_failopen_total{reason=\"")
                    .append(reasonsAndCounts[i])
                    .append("\"} ")
                    .append(reasonsAndCounts[i + 1])
                    .append(".0\n");
        }
        Findings findings = new Findings();
        LoadCheck.failed(findings, new Metrics(page.toString()));
        return findings.all().stream().map(Finding::found).toList();
    }

    @Test
    void callsThatLackedAPartWereScreenedAllTheSame() {
        assertThat(found("history", "2", "blocklist", "1", "ended", "1", "journal", "0"))
                .containsExactly("4 times since its start a part failed, and calls went by what the others know");
    }

    @Test
    void callsWithoutAVerdictWereNotAndCountOnce() {
        assertThat(found("journal", "3", "internal", "1", "dialplan-failed", "4", "history", "0"))
                .containsExactly("4 calls passed unscreened since its start");
        assertThat(found("internal", "1", "dialplan-guard", "1", "dialplan-skipped", "6"))
                .containsExactly("7 calls passed unscreened since its start");
    }

    @Test
    void nothingIsSaidWhereNothingFailed() {
        assertThat(found("history", "0", "internal", "0")).isEmpty();
    }
}

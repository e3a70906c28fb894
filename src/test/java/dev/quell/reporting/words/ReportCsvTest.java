package dev.quell.reporting.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCsvTest {

    @Test
    void tablesStandBelowEachOtherAndNoCellIsAFormula() {
        ReportText report = new ReportText(
                "Report",
                "2026-11-20",
                List.of(new Section(
                        "Sources",
                        List.of("Source", "Calls"),
                        List.of(List.of("+8613900000001", "3"), List.of("=1+1", "2")),
                        List.of("a note, in words"))));

        assertThat(ReportCsv.of(report))
                .isEqualTo(
                        "\uFEFFReport,2026-11-20\r\n\r\nSources\r\nSource,Calls\r\ntel:+8613900000001,3\r\n'=1+1,2\r\n"
                                + "\"a note, in words\"\r\n");
    }
}

package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.CallBuilder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SourcesTests extends RunningService {
    @Test
    void sourcesAreCountedOverAPeriod() {
        call(CallBuilder.aCall().from("+8613500135001").over("t-sources"));
        call(CallBuilder.aCall().from("+8613500135002").over("t-sources"));

        JsonNode report = json(get("/api/v1/sources?by=trunk&top=1000"));

        JsonNode row = report.get("sources")
                .valueStream()
                .filter(source -> source.get("source").asString().equals("t-sources"))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("calls").asInt()).isEqualTo(2);
        assertThat(row.get("classes").get("NORMAL").asInt()).isEqualTo(2);
        assertThat(row.get("outcomes").get("UNKNOWN").asInt()).isEqualTo(2);
        assertThat(report.get("total").get("calls").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(report.get("count").asInt()).isEqualTo(report.get("sources").size());
    }

    @Test
    void aReportOfNothingIsEmpty() {
        JsonNode report = json(get("/api/v1/sources?from=2020-01-01&to=2020-01-02"));

        assertThat(report.get("sources")).isEmpty();
        assertThat(report.get("total").get("calls").asInt()).isZero();
    }

    @Test
    void csvIsAFileThatNoSpreadsheetCalculates() {
        call(CallBuilder.aCall().from("+8613500135003"));

        HttpResponse<String> csv = get("/api/v1/sources?format=csv&top=1000");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"quell-sources.csv\"");
        assertThat(csv.body()).startsWith("source,calls,").contains("tel:+8613500135003,");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults(get("/api/v1/sources?from=2026-11-23&to=2026-11-22&by=colour&top=0&format=xls")))
                .containsExactly(
                        "by: 'colour' is none of number, range, trunk",
                        "top: '0' is not a whole number between 1 and 10000",
                        "format: 'xls' is none of json, csv",
                        "from: is not before to");
    }
}

package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.CallBuilder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReportsTests extends RunningService {
    private static final String SCHEDULES = "/api/v1/reports/schedules";

    private HttpResponse<String> put(String name, String body) {
        return send(
                "PUT",
                SCHEDULES + "/" + name,
                body,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
    }

    private String token(String scopes) {
        return json(post("/api/v1/tokens", "{\"name\": \"reports\", \"scopes\": \"" + scopes + "\", \"ttl\": \"1h\"}"))
                .get("token")
                .asString();
    }

    @Test
    void aReportIsOfAPeriodOfDays() {
        call(CallBuilder.aCall().from("+8613500136001"));

        JsonNode report = json(get("/api/v1/reports"));

        assertThat(report.get("days")).hasSize(30);
        assertThat(report.get("total").get("calls").asInt()).isPositive();
        assertThat(report.get("days").get(29).get("counts").get("calls").asInt())
                .isPositive();
        assertThat(report.get("days")
                        .valueStream()
                        .mapToInt(day -> day.get("counts").get("calls").asInt())
                        .sum())
                .isEqualTo(report.get("total").get("calls").asInt());
        assertThat(report.get("classes").get("NORMAL").asInt()).isPositive();
        assertThat(report.get("minutesSaved").get("assumedSeconds").asInt()).isEqualTo(45);
    }

    @Test
    void whereNobodyReviewedNoShareIsMadeUp() {
        JsonNode report = json(get("/api/v1/reports?from=2020-01-01&to=2020-01-02"));

        assertThat(report.get("wronglyDiverted").has("share")).isFalse();
    }

    @Test
    void csvAndPdfAreFilesInALanguage() {
        HttpResponse<String> csv = get("/api/v1/reports?format=csv&language=zh&from=2026-11-01&to=2026-11-22");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"report-2026-11-01_2026-11-22.csv\"");
        assertThat(csv.body()).startsWith("\uFEFF来电报表,2026-11-01 至 2026-11-22");

        HttpResponse<String> pdf = get("/api/v1/reports?format=pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults(get("/api/v1/reports?from=2026-11-32&to=1969-12-31&format=xls&language=de&by=x")))
                .containsExactly(
                        "'by': is not known; there are [format, from, language, to]",
                        "to: '1969-12-31' is not in the years 1970 to 9999",
                        "from: '2026-11-32' is not a day; write 2026-11-22",
                        "format: 'xls' is none of json, csv, pdf",
                        "language: is neither en nor zh");
        assertThat(faults(get("/api/v1/reports?from=2025-11-22&to=2026-11-23")))
                .containsExactly("from: is too early: a report has 366 days at most");
        assertThat(faults(get("/api/v1/reports?from=2026-11-23&to=2026-11-22"))).containsExactly("from: is after to");
        assertThat(get("/api/v1/reports?from=2025-11-23&to=2026-11-23").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aScheduleIsMadeSentAndDeleted() {
        HttpResponse<String> made =
                put("lead", "{\"every\": \"weekly\", \"mail\": \"a@example.org b@example.org\", \"language\": \"zh\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(json(made).get("mail")).hasSize(2);
        assertThat(json(made).get("at").asString()).isEqualTo("07:00");
        assertThat(json(made).get("day").asString()).isEqualTo("monday");
        assertThat(json(get(SCHEDULES))
                        .valueStream()
                        .map(each -> each.get("name").asString()))
                .contains("lead");

        long id = json(post(SCHEDULES + "/lead/send", "")).get("report").asLong();
        JsonNode sent = json(get("/api/v1/reports/sent/" + id));
        assertThat(sent.get("schedule").asString()).isEqualTo("lead");
        assertThat(sent.get("mails")).hasSize(2);
        assertThat(sent.get("mails").get(0).get("state").asString()).isIn("waiting", "failing");
        assertThat(sent.get("report").get("title").asString()).isEqualTo("来电报表");
        assertThat(json(get("/api/v1/reports/sent?limit=1")).get(0).has("report"))
                .isFalse();
        assertThat(get("/api/v1/reports/sent/" + id + "?format=csv").body()).startsWith("\uFEFF来电报表,");
        assertThat(get("/api/v1/reports/sent/" + id + "?format=pdf").body()).startsWith("%PDF-");

        assertThat(delete(SCHEDULES + "/lead").statusCode()).isEqualTo(200);
        assertProblem(delete(SCHEDULES + "/lead"), 404, "There is no schedule of this name");
        assertProblem(post(SCHEDULES + "/lead/send", ""), 404, "There is no schedule of this name");
        assertProblem(get("/api/v1/reports/sent/999999"), 404, "There is no sent report");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "lead | {}                                                          | every: is missing; it takes daily or weekly",
                "a%20b | {\"every\": \"daily\", \"webhook\": true}                  | name: must be 1 to 32 letters, digits or hyphens",
                "lead | {\"every\": \"daily\", \"webhook\": true, \"at\": \"7\"}    | at: must be a time of day in quotes, such as \"07:00\"",
                "lead | {\"every\": \"daily\"}                                      | mail: nobody gets this report: give mail addresses, or webhook: true",
                "lead | {\"every\": \"daily\", \"mail\": \"<x@y>\"}                 | mail: must be mail addresses, such as lead@example.org",
            })
    void aScheduleWithAFaultIsNotMade(String name, String body, String fault) {
        assertThat(faults(put(name, body))).contains(fault);
    }

    @Test
    void whoMayReadReportsSeesNumbersMaskedAndChangesNoSchedule() {
        call(CallBuilder.aCall().from("+8613500136002"));
        String reader = "Bearer " + token("reports:read");

        HttpResponse<String> report = send("GET", "/api/v1/reports?format=csv", null, "Authorization", reader);
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body()).doesNotContain("13500136002");
        String body = "{\"every\": \"daily\", \"webhook\": true}";
        String path = SCHEDULES + "/mine";
        assertThat(send("PUT", path, body, "Authorization", reader, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(403);
        String writer = "Bearer " + token("reports:write");
        assertThat(send("PUT", path, body, "Authorization", writer, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }
}

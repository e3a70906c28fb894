package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SecurityTests extends RunningService {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    GET,    /api/v1/calls,              401, 200
                    GET,    /api/v1/blocklist,          401, 200
                    GET,    /api/v1/openapi,            401, 200
                    GET,    /api/v1/nothing,            401, 404
                    GET,    /api/v2/calls,              401, 404
                    DELETE, /api/v1/blocklist/999999?reason=x, 401, 404
                    GET,    /actuator/health,           200, 200
                    GET,    /actuator/prometheus,       200, 200
                    GET,    /actuator/info,             401, 200
                    GET,    /actuator/env,              401, 404
                    GET,    /actuator,                  401, 200
                    GET,    /,                          302, 302
                    GET,    /index.html,                302, 302
                    GET,    /asterisk/v1/ended,         401, 404
                    GET,    /error,                     302, 302
                    GET,    /v3/api-docs,               401, 302
                    """)
    void whatIsOpenToWhom(String method, String path, int without, int with) {
        assertThat(send(method, path, null).statusCode()).isEqualTo(without);
        assertThat(send(method, path, null, "Authorization", "Bearer " + TOKEN).statusCode())
                .isEqualTo(with);
    }

    @Test
    void theDialplanNeedsNoTokenOfTheInterface() {
        HttpResponse<String> told =
                send("POST", "/asterisk/v1/ended", "t=x", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(told.statusCode()).isNotEqualTo(401).isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer wrong",
        "bearer a-token-for-tests-012345678",
        "Bearer a-token-for-tests-01234567890",
    })
    void aWrongTokenIsRefusedEvenWhereNoneIsNeeded(String header) {
        assertProblem(send("GET", "/api/v1/calls", null, "Authorization", header), 401, "This token is not the one");
        assertProblem(send("GET", "/actuator/health", null, "Authorization", header), 401, "This token is not the one");
    }

    @Test
    void noTokenIsAskedForByName() {
        HttpResponse<String> response = send("GET", "/api/v1/calls", null);

        assertProblem(response, 401, "Authorization: Bearer <token>");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void otherSchemesAreNoToken() {
        assertProblem(send("GET", "/api/v1/calls", null, "Authorization", "Basic YTpi"), 401, "A token is needed");
    }

    @Test
    void aProxyOnThisMachineDoesNotOpenTheMetrics() {
        assertThat(send("GET", "/actuator/prometheus", null, "X-Forwarded-For", "198.51.100.7")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void healthShowsDetailsOnlyWithTheToken() {
        assertThat(json(send("GET", "/actuator/health", null)).has("components"))
                .isFalse();
        assertThat(json(get("/actuator/health")).has("components")).isTrue();
    }

    @Test
    void everyAnswerCarriesTheHeadersThatBindBrowsersAndNoCookie() {
        HttpResponse<String> response = get("/api/v1/calls");

        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void theInterfaceDescribesItself() {
        JsonNode description = json(get("/api/v1/openapi"));

        assertThat(description.at("/info/title").asString()).isEqualTo("Quell");
        assertThat(description.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(description.at("/paths/~1api~1v1~1calls/get/parameters").valueStream())
                .extracting(parameter -> parameter.get("name").asString())
                .containsExactlyInAnyOrder(
                        "caller",
                        "from",
                        "to",
                        "class",
                        "action",
                        "applied",
                        "line",
                        "trunk",
                        "agent",
                        "least-score",
                        "most-score",
                        "outcome",
                        "case",
                        "format",
                        "page",
                        "limit");
        assertThat(description.at("/components/schemas/NewEntry/required").valueStream())
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("pattern", "reason");
        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/accounts",
                        "/api/v1/accounts/{name}",
                        "/api/v1/audit",
                        "/api/v1/calls",
                        "/api/v1/calls/{reference}",
                        "/api/v1/calls/{reference}/explain",
                        "/api/v1/catalogue",
                        "/api/v1/counts",
                        "/api/v1/disputes",
                        "/api/v1/disputes/{case}",
                        "/api/v1/disputes/{case}/right",
                        "/api/v1/disputes/{case}/wrong",
                        "/api/v1/evidence",
                        "/api/v1/evidence/holds",
                        "/api/v1/evidence/holds/accept",
                        "/api/v1/evidence/holds/{id}",
                        "/api/v1/evidence/key",
                        "/api/v1/evidence/packs",
                        "/api/v1/evidence/packs/{pack}",
                        "/api/v1/evidence/packs/{pack}/take",
                        "/api/v1/flags",
                        "/api/v1/flags/agents",
                        "/api/v1/flags/{id}",
                        "/api/v1/known-callers",
                        "/api/v1/known-callers/import",
                        "/api/v1/known-callers/{number}",
                        "/api/v1/lists/import",
                        "/api/v1/lists/imports",
                        "/api/v1/lists/imports/{id}",
                        "/api/v1/lists/proposals",
                        "/api/v1/lists/proposals/{id}",
                        "/api/v1/lists/proposals/{id}/confirm",
                        "/api/v1/now",
                        "/api/v1/now/calls",
                        "/api/v1/numbers/{number}/test",
                        "/api/v1/prompts",
                        "/api/v1/prompts/{voice}/{prompt}",
                        "/api/v1/prompts/{voice}/{prompt}/back",
                        "/api/v1/reports",
                        "/api/v1/reports/schedules",
                        "/api/v1/reports/schedules/{name}",
                        "/api/v1/reports/schedules/{name}/send",
                        "/api/v1/reports/sent",
                        "/api/v1/reports/sent/{id}",
                        "/api/v1/reviews",
                        "/api/v1/reviews/measured",
                        "/api/v1/reviews/{reference}",
                        "/api/v1/rules",
                        "/api/v1/rules/back",
                        "/api/v1/rules/proposals",
                        "/api/v1/rules/proposals/{id}",
                        "/api/v1/rules/proposals/{id}/confirm",
                        "/api/v1/rules/proposals/{id}/try",
                        "/api/v1/rules/revisions",
                        "/api/v1/rules/trial",
                        "/api/v1/rules/trial/save",
                        "/api/v1/screen",
                        "/api/v1/screen/{id}/end",
                        "/api/v1/sources",
                        "/api/v1/sources/campaigns",
                        "/api/v1/sources/top",
                        "/api/v1/sources/{number}",
                        "/api/v1/tokens",
                        "/api/v1/tokens/{id}",
                        "/api/v1/treatments",
                        "/api/v1/treatments/check",
                        "/api/v1/unmask",
                        "/api/v1/webhooks",
                        "/api/v1/webhooks/{name}/deliveries",
                        "/api/v1/webhooks/{name}/test",
                        "/api/v1/{list}",
                        "/api/v1/{list}/export",
                        "/api/v1/{list}/preview",
                        "/api/v1/{list}/{id}",
                        "/api/v1/{list}/{id}/calls",
                        "/api/v1/{list}/{id}/hits");
    }
}

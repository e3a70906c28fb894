package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers over REST, for each scope that shows some. */
class MaskingTests extends RunningService {
    private static final String NUMBER = "+8613700137066";
    private static final String MASKED = "+86•••••066";

    private String as(String scopes, String path) {
        String token = json(post(
                        "/api/v1/tokens", "{\"name\": \"test\", \"scopes\": \"" + scopes + "\", \"ttl\": \"1h\"}"))
                .get("token")
                .asString();
        return send("GET", path, null, "Authorization", "Bearer " + token).body();
    }

    private CallScreened flagged() {
        CallScreened call = call(CallBuilder.aCall().from(NUMBER));
        post(
                "/api/v1/flags",
                "{\"call\":\"%s\",\"agent\":\"PJSIP/1001\",\"reason\":\"abuse\",\"note\":\"called as 13700137066\"}"
                        .formatted(call.call().id()));
        return call;
    }

    @ParameterizedTest
    @CsvSource({
        "flags:read, /api/v1/flags, false",
        "flags:write, /api/v1/flags, false",
        "flags:read calls:read, /api/v1/flags, true",
        "admin, /api/v1/flags, true",
        "calls:read, /api/v1/calls?caller=13700137066, true",
        "lists:read, /api/v1/blocklist, true",
        "lists:write, /api/v1/blocklist, true",
        "audit:read, /api/v1/audit?limit=5, false",
        "screen, /api/v1/numbers/13700137099/test, false",
    })
    void aNumberIsWholeForScopesWhoseMatterItIs(String scopes, String path, boolean whole) {
        flagged();
        post(
                "/api/v1/blocklist",
                "{\"pattern\": \"" + NUMBER
                        + "\", \"reason\": \"also 13700137099\", \"author\": \"li\", \"ttl\": \"1d\"}");
        post(
                "/api/v1/blocklist",
                "{\"pattern\": \"+8613700137099\", \"reason\": \"also " + NUMBER
                        + "\", \"author\": \"li\", \"ttl\": \"1d\"}");

        String body = as(scopes, path);

        assertThat(body).contains(whole ? NUMBER : MASKED);
        assertThat(body.contains(NUMBER)).isEqualTo(whole);
        assertThat(body.contains("\"called as 13700137066\"")).isEqualTo(whole && path.endsWith("flags"));
    }

    @Test
    void anExplanationIsMaskedAsItsCallIs() {
        CallScreened call = flagged();
        String path = "/api/v1/calls/" + call.call().id() + "/explain";

        assertThat(as("calls:read", path)).contains(NUMBER);
        assertThat(get(path).body()).contains(NUMBER);
    }
}

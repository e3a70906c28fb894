package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Tokens of programs over REST. */
class TokensTests extends RunningService {

    private HttpResponse<String> make(String scopes, String ttl) {
        return post("/api/v1/tokens", "{\"name\": \"CRM\", \"scopes\": \"" + scopes + "\", \"ttl\": \"" + ttl + "\"}");
    }

    private int status(String method, String path, String token) {
        return send(method, path, null, "Authorization", "Bearer " + token).statusCode();
    }

    @Test
    void aTokenOpensWhatItsScopesNameUntilItIsRevoked() {
        JsonNode made = json(make("calls:read lists:write", "1h"));
        String token = made.get("token").asString();
        String id = made.at("/about/id").asString();

        assertThat(token).matches("quell_[a-z0-9]{12}_[A-Za-z0-9_-]{43}");
        assertThat(status("GET", "/api/v1/calls", token)).isEqualTo(200);
        assertThat(status("DELETE", "/api/v1/blocklist/999999?reason=x", token)).isEqualTo(404);
        assertThat(status("GET", "/api/v1/flags", token)).isEqualTo(403);
        assertThat(status("GET", "/api/v1/tokens", token)).isEqualTo(403);
        assertThat(status("GET", "/api/v1/nothing", token)).isEqualTo(403);

        assertThat(delete("/api/v1/tokens/" + id).statusCode()).isEqualTo(200);
        assertThat(status("GET", "/api/v1/calls", token)).isEqualTo(401);
        assertThat(delete("/api/v1/tokens/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void theTextIsShownOnceAndTheLastUseIsKept() {
        JsonNode made = json(make("screen", "1h"));
        String token = made.get("token").asString();
        String id = made.at("/about/id").asString();
        assertThat(made.at("/about").has("lastUsed")).isFalse();

        assertThat(status("GET", "/api/v1/numbers/13800138000/test", token)).isEqualTo(200);

        HttpResponse<String> all = get("/api/v1/tokens");
        assertThat(all.body()).doesNotContain(token).doesNotContain("hash");
        JsonNode kept = json(all)
                .valueStream()
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(kept.get("createdBy").asString()).isEqualTo("api");
        assertThat(kept.get("lastUsed").asString()).endsWith(":00Z");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    calls:write, 1h,   "scopes: 'calls:write' is no scope"
                    admin,       731d, "ttl: is too far off: a token holds 730d at most"
                    """)
    void faultsAreNamed(String scopes, String ttl, String fault) {
        assertThat(faults(make(scopes, ttl))).hasSize(1).allMatch(text -> text.startsWith(fault));
    }

    @Test
    void aTokenEnds() {
        assertThat(faults(post("/api/v1/tokens", "{\"name\": \"CRM\", \"scopes\": \"admin\"}")))
                .containsExactly("expires: is missing: a token ends; give a time, or ttl such as 90d");
    }

    @Test
    void theDescriptionIsWhereToolsLookAndNamesTheScopes() {
        HttpResponse<String> usual = get("/v3/api-docs");
        assertThat(usual.headers().firstValue("Location")).contains("/api/v1/openapi");

        JsonNode description = json(get("/api/v1/openapi"));
        assertThat(description
                        .at("/paths/~1api~1v1~1calls/get/security/0/token")
                        .valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("calls:read", "admin");
        assertThat(description.at("/paths/~1api~1v1~1tokens/post/description").asString())
                .isEqualTo("For tokens with admin.");
    }

    @Test
    void makingAndRevokingAreKept() {
        String id = json(make("screen", "1h")).at("/about/id").asString();
        delete("/api/v1/tokens/" + id);

        assertThat(json(get("/api/v1/audit?limit=2")).valueStream())
                .extracting(
                        entry -> entry.get("deed").asString(),
                        entry -> entry.get("subject").asString())
                .containsExactly(
                        tuple("token-revoked", "token " + id + " CRM"), tuple("token-made", "token " + id + " CRM"));
    }
}

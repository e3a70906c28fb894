package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import dev.quell.traffic.TrafficEvent;
import dev.quell.webhook.delivery.Receiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks of the whole service: what happens reaches a target. */
@DirtiesContext
class WebhooksTests extends RunningService {

    private static final Receiver CRM = receiver(200);
    private static final Receiver CHAT = receiver(200);
    private static final Receiver ILL = receiver(503);

    @Autowired
    Flags flags;

    @Autowired
    ApplicationEventPublisher events;

    private static Receiver receiver(int status) {
        try {
            return Receiver.answering(status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void targets(DynamicPropertyRegistry settings) {
        settings.add("quell.screening.mode", () -> "enforce");
        settings.add("quell.screening.holdout", () -> "0");
        target(settings, "crm", CRM.uri().toString(), true);
        target(settings, "chat", CHAT.uri().toString(), true);
        settings.add("quell.webhooks.targets.chat.events", () -> "block");
        settings.add("quell.webhooks.targets.chat.numbers", () -> "masked");
        target(settings, "ill", ILL.uri().toString(), true);
        settings.add("quell.webhooks.targets.ill.events", () -> "chain.head");
        target(settings, "inside", "https://127.0.0.1:1/", false);
        settings.add("quell.webhooks.targets.inside.events", () -> "chain.head");
    }

    private static void target(DynamicPropertyRegistry settings, String name, String url, boolean allowPrivate) {
        String key = "quell.webhooks.targets." + name;
        settings.add(key + ".url", () -> url);
        settings.add(key + ".secret", () -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        settings.add(key + ".allow-private", () -> allowPrivate);
    }

    @AfterAll
    static void close() {
        CRM.close();
        CHAT.close();
        ILL.close();
    }

    private static JsonNode body(String request) {
        return JsonMapper.shared().readTree(request.substring(request.indexOf("\r\n\r\n") + 4));
    }

    private static List<JsonNode> told(String type, String about, String value) {
        return CRM.requests().stream()
                .map(WebhooksTests::body)
                .filter(body -> body.get("type").asString().equals(type))
                .filter(body -> body.at("/data/" + about).asString().equals(value))
                .toList();
    }

    private static JsonNode awaited(String type, String about, String value) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(told(type, about, value)).hasSize(1));
        return told(type, about, value).getFirst();
    }

    @Test
    void aBlockMadeAndLiftedIsTold() {
        String location = post(
                        "/api/v1/blocklist",
                        "{\"pattern\":\"13800138501\",\"ttl\":\"1h\",\"reason\":\"silent calls\",\"author\":\"li\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        delete(location + "?reason=a+mistake&author=wang");

        JsonNode made = awaited("block.made", "pattern", "+8613800138501");
        assertThat(made.at("/data/author").asString()).isEqualTo("api");
        assertThat(made.at("/data/reason").asString()).isEqualTo("silent calls");
        assertThat(made.at("/data/origin").asString()).isEqualTo("MANUAL");
        assertThat(made.get("timestamp").asString()).endsWith("Z");
        JsonNode lifted = awaited("block.lifted", "pattern", "+8613800138501");
        assertThat(lifted.at("/data/author").asString()).isEqualTo("api");
        assertThat(lifted.at("/data/reason").asString()).isEqualTo("a mistake");
    }

    @Test
    void aTargetThatIsToldSoGetsNumbersMasked() {
        post(
                "/api/v1/blocklist",
                "{\"pattern\":\"13800138507\",\"ttl\":\"1h\",\"reason\":\"as +8613800138508 before\"}");

        awaited("block.made", "pattern", "+8613800138507");
        Awaitility.await()
                .untilAsserted(() -> assertThat(CHAT.requests())
                        .filteredOn(request -> request.contains("+86•••••507"))
                        .singleElement()
                        .asString()
                        .contains("as +86•••••508 before")
                        .doesNotContain("13800138507"));
    }

    @Test
    void anAllowEntryIsNoBlock() {
        post("/api/v1/allowlist", "{\"pattern\":\"13800138502\",\"reason\":\"a customer\"}");
        post("/api/v1/blocklist", "{\"pattern\":\"13800138503\",\"ttl\":\"1h\",\"reason\":\"silent calls\"}");

        awaited("block.made", "pattern", "+8613800138503");
        assertThat(told("block.made", "pattern", "+8613800138502")).isEmpty();
    }

    @Test
    void aDeterredCallerIsToldAndOneWhoPassesIsNot() {
        post("/api/v1/blocklist", "{\"pattern\":\"13800138504\",\"ttl\":\"1h\",\"reason\":\"silent calls\"}");
        CallScreened passed = call(CallBuilder.aCall().from("+8613800138505"));
        CallScreened deterred = call(CallBuilder.aCall().from("+8613800138504"));

        JsonNode told = awaited("caller.deterred", "call", deterred.call().id().toString());
        assertThat(told.at("/data/caller").asString()).isEqualTo("+8613800138504");
        assertThat(told.at("/data/cause").asString()).isEqualTo("block-list");
        assertThat(CRM.requests())
                .noneMatch(request -> request.contains(passed.call().id().toString()));
    }

    @Test
    void aFlagIsTold() {
        CallScreened call = call(CallBuilder.aCall().from("+8613800138506"));
        flags.flag(call.call().id(), call.call().caller(), "PJSIP/1001", FlagReason.ABUSE, "");

        JsonNode told = awaited("flag.raised", "call", call.call().id().toString());
        assertThat(told.at("/data/reason").asString()).isEqualTo("ABUSE");
        assertThat(told.at("/data/agent").asString()).isEqualTo("PJSIP/1001");
    }

    @Test
    void anAlarmOfATrunkIsTold() {
        events.publishEvent(new TrafficEvent.TrunkSilent("carrier-9", true, 7, 10, 0.05));
        events.publishEvent(new TrafficEvent.TrunkSilent("carrier-9", false, 0, 10, 0.05));

        assertThat(awaited("alarm.raised", "where", "carrier-9")
                        .at("/data/alarm")
                        .asString())
                .isEqualTo("trunk-silent");
        awaited("alarm.over", "where", "carrier-9");
    }

    @Test
    void aTestIsSentAtOnceAndSaysWhatWasAnswered() {
        HttpResponse<String> good = post("/api/v1/webhooks/crm/test", "");
        HttpResponse<String> ill = post("/api/v1/webhooks/ill/test", "");
        HttpResponse<String> inside = post("/api/v1/webhooks/inside/test", "");

        assertThat(json(good).get("delivered").asBoolean()).isTrue();
        assertThat(json(good).get("status").asInt()).isEqualTo(200);
        assertThat(told("test", "target", "crm"))
                .singleElement()
                .satisfies(test -> assertThat(test.at("/data/by").asString()).isEqualTo("api"));
        assertThat(json(ill).get("delivered").asBoolean()).isFalse();
        assertThat(json(ill).get("trouble").asString()).isEqualTo("it answered 503");
        assertThat(json(inside).get("trouble").asString()).contains("its address is not a public one");
        assertProblem(post("/api/v1/webhooks/nobody/test", ""), 404, "quell.webhooks.targets");
    }

    @Test
    void howItGoesIsShownWithoutSecrets() {
        HttpResponse<String> all = get("/api/v1/webhooks");

        assertThat(all.body()).doesNotContain("whsec", "a=b");
        assertThat(json(all).valueStream().map(each -> each.get("name").asString()))
                .containsExactly("chat", "crm", "ill", "inside");
        assertThat(json(get("/actuator/health"))
                        .at("/components/webhookHealth/details/crm")
                        .has("waiting"))
                .isTrue();
        assertThat(get("/actuator/prometheus").body()).contains("quell_webhooks_waiting{target=\"crm\"}");
    }
}

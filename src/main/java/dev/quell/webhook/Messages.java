package dev.quell.webhook;

import dev.quell.security.masking.Masking;
import dev.quell.webhook.WebhookSettings.Numbers;
import dev.quell.webhook.WebhookSettings.Target;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes messages of events, as Standard Webhooks 1.0 has them: {@code type}, {@code timestamp}, {@code data}. */
@Component
final class Messages {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 26;
    /** The facts of events in which callers' numbers may stand. */
    private static final List<String> NUMBERS = List.of("caller", "pattern", "reason");

    private final JsonMapper json;
    private final RandomGenerator random = new SecureRandom();

    Messages(JsonMapper json) {
        this.json = json;
    }

    /** A message to a target, to be sent at once. */
    Waiting of(Event event, String name, Target target) {
        return new Waiting(0, name, id(), event.kind().word(), body(event, target), event.at(), event.at(), 0);
    }

    private String body(Event event, Target target) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.kind().word());
        body.put("timestamp", event.at().toString());
        body.put("data", target.numbers() == Numbers.MASKED ? masked(event.about()) : event.about());
        return json.writeValueAsString(body);
    }

    /** Nobody is signed in where messages are made, so nothing is seen whole. */
    private static Map<String, Object> masked(Map<String, Object> about) {
        Map<String, Object> masked = new LinkedHashMap<>(about);
        NUMBERS.forEach(name -> masked.computeIfPresent(
                name, (key, value) -> value instanceof String text ? Masking.text(text) : value));
        return masked;
    }

    private String id() {
        StringBuilder id = new StringBuilder("msg_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}

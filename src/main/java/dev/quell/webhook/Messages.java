package dev.quell.webhook;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes messages of events, as Standard Webhooks 1.0 has them: {@code type}, {@code timestamp}, {@code data}. */
@Component
final class Messages {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 26;

    private final JsonMapper json;
    private final RandomGenerator random = new SecureRandom();

    Messages(JsonMapper json) {
        this.json = json;
    }

    /** A message to a target, to be sent at once. */
    Waiting of(Event event, String target) {
        return new Waiting(0, target, id(), event.kind().word(), body(event), event.at(), event.at(), 0);
    }

    private String body(Event event) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.kind().word());
        body.put("timestamp", event.at().toString());
        body.put("data", event.about());
        return json.writeValueAsString(body);
    }

    private String id() {
        StringBuilder id = new StringBuilder("msg_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}

package dev.quell.e2e;

import dev.quell.e2e.server.QuellApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One call as the REST interface shows it.
 *
 * @param json the whole row
 */
record LogRow(JsonNode json) {

    static List<LogRow> of(QuellApi api, String number) {
        JsonNode page = api.get("/calls?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
        return page.valueStream()
                .map(LogRow::new)
                .sorted(Comparator.comparing(row -> row.text("arrivedAt")))
                .toList();
    }

    boolean ended() {
        return json.hasNonNull("endedAt");
    }

    String action() {
        return text("applied");
    }

    String outcome() {
        return text("outcome");
    }

    String text(String field) {
        return json.path(field).asString();
    }
}

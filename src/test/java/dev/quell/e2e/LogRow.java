package dev.quell.e2e;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One call, or one flag, as the REST interface shows it.
 *
 * @param json the whole row
 */
record LogRow(JsonNode json) {

    String id() {
        return text("id");
    }

    Instant arrived() {
        return Instant.parse(text("arrivedAt"));
    }

    boolean ended() {
        return has("endedAt");
    }

    String applied() {
        return text("applied");
    }

    String outcome() {
        return text("outcome");
    }

    /** The stations of the call's way. */
    List<String> way() {
        return json.path("way").valueStream().map(JsonNode::asString).toList();
    }

    /** The names of the verdict's symbols. */
    List<String> symbols() {
        return json.at("/verdict/symbols")
                .valueStream()
                .map(symbol -> symbol.path("name").asString())
                .toList();
    }

    /** RTP packets received; −1 if not known. */
    long packets() {
        return json.path("packets").asLong(-1);
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    String text(String field) {
        return json.path(field).asString("");
    }

    /** What the log says of the call, for a scenario's line. */
    @Override
    public String toString() {
        return "log: " + String.join("-", way()) + ", " + outcome() + " (" + text("outcomeBecause") + ")";
    }
}

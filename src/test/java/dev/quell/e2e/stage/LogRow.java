package dev.quell.e2e.stage;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One call, or one flag, as the REST interface shows it.
 *
 * @param json the whole row
 */
public record LogRow(JsonNode json) {

    public String id() {
        return text("id");
    }

    public Instant arrived() {
        return Instant.parse(text("arrivedAt"));
    }

    public boolean ended() {
        return has("endedAt");
    }

    public String applied() {
        return text("applied");
    }

    public String outcome() {
        return text("outcome");
    }

    /** The stations of the call's way. */
    public List<String> way() {
        return json.path("way").valueStream().map(JsonNode::asString).toList();
    }

    /** The names of the verdict's symbols. */
    public List<String> symbols() {
        return json.at("/verdict/symbols")
                .valueStream()
                .map(symbol -> symbol.path("name").asString())
                .toList();
    }

    /** RTP packets received; −1 if not known. */
    public long packets() {
        return json.path("packets").asLong(-1);
    }

    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    public String text(String field) {
        return json.path(field).asString("");
    }

    /** What the log says of the call, for a scenario's line. */
    @Override
    public String toString() {
        return "log: " + String.join("-", way()) + ", " + outcome() + " (" + text("outcomeBecause") + ")";
    }
}

package dev.quell.tuning.proposal;

import dev.quell.classifier.Action;
import dev.quell.tuning.proposal.Findings.Move;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How calls change, as it is kept: {@code {"sample":1,"moves":[{"before":"PASS","after":"CHALLENGE","calls":9,"good":2,"nuisance":1,"examples":["pbx:1763800000.12"]}]}}. */
public final class FindingsText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FindingsText() {}

    private record Written(int sample, List<Move> moves) {}

    /** Writes it. */
    public static String write(Findings findings) {
        return JSON.writeValueAsString(new Written(findings.sample(), findings.moves()));
    }

    /**
     * Reads it, with the numbers that are kept beside it.
     *
     * @throws IllegalArgumentException if the text is none that this version knows
     */
    public static Findings read(String text, long calls, long changed, long harmed) {
        try {
            JsonNode root = JSON.readTree(text);
            List<Move> moves =
                    root.required("moves").valueStream().map(FindingsText::move).toList();
            return new Findings(calls, changed, harmed, root.required("sample").intValue(), moves);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("these findings cannot be read: " + e.getMessage(), e);
        }
    }

    private static Move move(JsonNode move) {
        return new Move(
                Action.valueOf(move.required("before").asString()),
                Action.valueOf(move.required("after").asString()),
                move.required("calls").longValue(),
                move.required("good").longValue(),
                move.required("nuisance").longValue(),
                move.required("examples").valueStream().map(JsonNode::asString).toList());
    }
}

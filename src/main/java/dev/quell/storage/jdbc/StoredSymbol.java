package dev.quell.storage.jdbc;

import dev.quell.classifier.Family;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A symbol as a row has it: an object in a JSON array.
 *
 * @param seen null in rows of the first version, which had a text instead
 */
record StoredSymbol(
        String name,
        Family family,
        double weight,
        double counted,
        @Nullable Seen seen) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<StoredSymbol>> SYMBOLS = new TypeReference<>() {};

    static String write(List<Symbol> symbols) {
        return JSON.writeValueAsString(symbols);
    }

    static List<Symbol> read(String json) {
        return JSON.readValue(json, SYMBOLS).stream().map(StoredSymbol::symbol).toList();
    }

    private Symbol symbol() {
        return new Symbol(name, family, weight, counted, seen == null ? Seen.NOT_KEPT : seen);
    }
}

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

    /** As {@link #JSON} would write them, which takes several times as long: every verdict's symbols are written. */
    static String write(List<Symbol> symbols) {
        StringBuilder text = new StringBuilder(2 + 128 * symbols.size()).append('[');
        for (Symbol symbol : symbols) {
            text.append(text.length() > 1 ? ",{" : "{");
            quoted(symbol.name(), text.append("\"name\":"));
            text.append(",\"family\":\"").append(symbol.family().name()).append('"');
            number(symbol.weight(), text.append(",\"weight\":"));
            number(symbol.counted(), text.append(",\"counted\":"));
            text.append(",\"seen\":{\"first\":").append(symbol.seen().first());
            text.append(",\"second\":").append(symbol.seen().second()).append("}}");
        }
        return text.append(']').toString();
    }

    private static void quoted(String name, StringBuilder to) {
        if (isPlain(name)) {
            to.append('"').append(name).append('"');
        } else {
            to.append(JSON.writeValueAsString(name));
        }
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static void number(double value, StringBuilder to) {
        if (Double.isFinite(value)) {
            to.append(value);
        } else {
            to.append('"').append(value).append('"');
        }
    }

    static List<Symbol> read(String json) {
        return JSON.readValue(json, SYMBOLS).stream().map(StoredSymbol::symbol).toList();
    }

    private Symbol symbol() {
        return new Symbol(name, family, weight, counted, seen == null ? Seen.NOT_KEPT : seen);
    }
}

package dev.quell.evidence.chain;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Canonical JSON (RFC 8785) of maps, collections, texts, numbers, truth values and nulls. */
public final class Canonical {

    private Canonical() {}

    /** A value's text; names in the order of their UTF-16 units. */
    public static String of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> map -> object(map, text);
            case Collection<?> list -> array(list, text);
            case Double number -> text.append(EcmaNumber.of(number));
            case Float number -> text.append(EcmaNumber.of(number));
            case Number number -> text.append(number.longValue());
            case Boolean truth -> text.append(truth);
            default -> quoted(value.toString(), text);
        }
    }

    private static void object(Map<?, ?> map, StringBuilder text) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        text.append('{');
        sorted.forEach((name, value) -> {
            if (text.charAt(text.length() - 1) != '{') {
                text.append(',');
            }
            quoted(name, text);
            text.append(':');
            write(value, text);
        });
        text.append('}');
    }

    private static void array(Collection<?> list, StringBuilder text) {
        text.append('[');
        boolean first = true;
        for (Object each : list) {
            if (!first) {
                text.append(',');
            }
            first = false;
            write(each, text);
        }
        text.append(']');
    }

    private static void quoted(String plain, StringBuilder text) {
        text.append('"');
        plain.chars().forEach(letter -> {
            switch (letter) {
                case '"', '\\' -> text.append('\\').append((char) letter);
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (letter < ' ') {
                        text.append("\\u00").append(letter < 16 ? "0" : "").append(Integer.toHexString(letter));
                    } else {
                        text.append((char) letter);
                    }
                }
            }
        });
        text.append('"');
    }
}

package dev.quell.classifier;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings as JSON of one form: fields in alphabetical order, sets sorted, no blanks. The same settings give the same text, others give another. */
final class Canonical {

    private Canonical() {}

    /** The text of records, maps, collections, numbers, truth values, durations, words and nothing. */
    static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Optional<?> optional -> json(optional.orElse(null));
            case Record fields -> object(fields(fields));
            case Map<?, ?> entries -> object(entries);
            case Set<?> items -> array(items.stream().map(Canonical::json).sorted());
            case Collection<?> items -> array(items.stream().map(Canonical::json));
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Duration duration -> quoted(duration.toString());
            case Enum<?> word -> quoted(word.name());
            default -> quoted(value.toString());
        };
    }

    private static String array(Stream<String> items) {
        return items.collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(Map<?, ?> entries) {
        Map<String, String> sorted = new TreeMap<>();
        entries.forEach((key, value) -> sorted.put(String.valueOf(key), json(value)));
        return sorted.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Optional<Object>> fields(Record fields) {
        Map<String, Optional<Object>> found = new TreeMap<>();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            try {
                found.put(
                        component.getName(),
                        Optional.ofNullable(component.getAccessor().invoke(fields)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("settings that cannot be read: " + fields.getClass(), e);
            }
        }
        return found;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point < 0x20) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}

package dev.quell.config.words;

import dev.quell.config.schema.NearestKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** Words for what is wrong with a value and what would be right. */
public final class FaultWords {
    private static final int SHOWN = 60;
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token)");

    private FaultWords() {}

    /** What a setting of a type takes, for example {@code a duration such as 500ms, 8s, 10m, 24h or 7d}. */
    public static String expected(ResolvableType type) {
        Class<?> raw = ClassUtils.resolvePrimitiveIfNecessary(type.toClass());
        if (raw.isEnum()) {
            return "one of " + String.join(", ", constants(raw));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(raw) || raw.isRecord()) {
            return "a section of keys";
        }
        return switch (raw.getSimpleName()) {
            case "Duration" -> "a duration such as 500ms, 8s, 10m, 24h or 7d";
            case "DataSize" -> "a size such as 64KB or 1MB";
            case "Integer", "Long" -> "a whole number";
            case "Double", "Float" -> "a number";
            case "Boolean" -> "true or false";
            case "Path" -> "the path of a file";
            case "InetAddress" -> "an address such as 127.0.0.1";
            default -> "a text";
        };
    }

    /** What is said about a value that cannot be read as its type. */
    public static String unreadable(String key, String value, ResolvableType type) {
        Class<?> raw = type.toClass();
        String shown = shown(key, value);
        if (raw == Duration.class) {
            return shown + " is not a duration; write 500ms, 8s, 10m, 24h or 7d";
        }
        if (raw.isEnum()) {
            List<String> constants = constants(raw);
            String meant = NearestKey.among(constants, value.toLowerCase(Locale.ROOT))
                    .map(word -> "; did you mean " + word + "?")
                    .orElse("");
            return shown + " is none of " + String.join(", ", constants) + meant;
        }
        return shown + " is not " + expected(type);
    }

    /** A value in quotes, cut to a length that can be read; secrets are not shown, control characters neither. */
    static String shown(String key, String value) {
        if (SECRET.matcher(key).matches()) {
            return "the value (not shown)";
        }
        String clean = value.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + clean + (value.length() > SHOWN ? "…" : "") + "'";
    }

    /** What a settings record said when it refused its values: the innermost cause that has words. */
    public static String refusal(Throwable thrown) {
        String words = "these values do not go together";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getCause() == null) {
                words = cause.getMessage();
            }
        }
        return words;
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toList());
    }
}

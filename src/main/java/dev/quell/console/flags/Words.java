package dev.quell.console.flags;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words of closed sets, as addresses and forms have them. */
final class Words {
    private Words() {}

    /** A word of a closed set; empty text for any other. */
    static String known(@Nullable String word, List<String> words) {
        return word != null && words.contains(word) ? word : "";
    }

    /** The constant that a word names, in whatever letters; empty if none. */
    static <E extends Enum<E>> Optional<E> of(@Nullable String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word != null && constant.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}

package dev.quell.config;

import dev.quell.config.schema.NearestKey;
import java.util.List;
import java.util.Locale;

/** Names from outside the settings, such as {@code QUELL_SCREENING_MOD}, that resemble a setting. */
final class ForeignNames {
    private ForeignNames() {}

    /** Adds a warning for every name that is no setting and nearly one. */
    static void warnings(List<String> keys, List<String> names, List<String> warnings) {
        for (String name : names) {
            String bare = bare(name);
            if (bare.startsWith("quell") && keys.stream().noneMatch(key -> bare.startsWith(bare(key)))) {
                keys.stream()
                        .filter(key -> NearestKey.edits(bare(key), bare) <= 2)
                        .findFirst()
                        .ifPresent(key -> warnings.add(name + " names no setting; did you mean " + key + "?"));
            }
        }
    }

    private static String bare(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }
}

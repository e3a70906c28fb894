package dev.quell.config;

import java.util.Optional;

/**
 * One fault of the settings.
 *
 * @param key the key as it was written, for example {@code quell.screning.mode}
 * @param what what is wrong and what would be right
 * @param origin where it was written, for example {@code config/application.yml:12}; empty if not known
 */
public record SettingsFault(String key, String what, Optional<String> origin) {
    @Override
    public String toString() {
        return key + ": " + what + origin.map(place -> " (" + place + ")").orElse("");
    }
}

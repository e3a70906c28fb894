package dev.quell.console.treatments;

import dev.quell.config.SettingOrigins.By;
import dev.quell.config.SettingOrigins.Where;
import java.util.Locale;

/**
 * The value of a setting as the page shows it.
 *
 * @param key below {@code quell}, as the site's file has it
 * @param value as the file would have it
 * @param site whether the site says so; otherwise it is the shipped default
 * @param place where the site says so; empty of a shipped one
 */
public record ValueView(String key, String value, boolean site, String place) {

    static ValueView of(String key, String value, Where where) {
        return new ValueView(key, value, where.by() == By.SITE, where.place());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

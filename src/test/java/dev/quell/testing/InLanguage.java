package dev.quell.testing;

import java.util.Locale;
import java.util.function.Supplier;

/** What a part does on a machine of another language: ar-EG has digits of its own, de-DE a comma, tr-TR an i without a dot. */
public final class InLanguage {

    private InLanguage() {}

    /** What is made while the machine's language is this one. */
    public static <T> T of(String tag, Supplier<T> made) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            return made.get();
        } finally {
            Locale.setDefault(before);
        }
    }
}

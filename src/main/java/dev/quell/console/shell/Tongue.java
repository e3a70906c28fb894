package dev.quell.console.shell;

import dev.quell.classifier.Language;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language in which the pages are written. */
public enum Tongue {
    EN(Locale.ENGLISH, Language.ENGLISH, "English"),
    ZH(Locale.SIMPLIFIED_CHINESE, Language.CHINESE, "中文");

    private final Locale locale;
    private final Language language;
    private final String label;

    Tongue(Locale locale, Language language, String label) {
        this.locale = locale;
        this.language = language;
        this.label = label;
    }

    /** For the message files. */
    public Locale locale() {
        return locale;
    }

    /** For explanations. */
    public Language language() {
        return language;
    }

    /** A duration as people say it: {@code 1 min 34 s}, {@code 1 分 34 秒}. */
    public String duration(Duration duration) {
        String words = language.duration(duration);
        return this == EN ? words : words.replaceAll("(?<=[0-9])(?=[^0-9.])|(?<=[^0-9.])(?=[0-9])", " ");
    }

    /** Its name in itself. */
    public String label() {
        return label;
    }

    /** The value of {@code lang} in an address, a cookie and a page: {@code en} or {@code zh}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language that a word names; empty for any other text. */
    static Optional<Tongue> named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(tongue -> tongue.word().equals(word))
                .findFirst();
    }

    /** The language of a locale; English if it is none of ours. */
    public static Tongue of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }
}

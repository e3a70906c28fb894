package dev.quell.calllog.words;

import dev.quell.classifier.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases of one language by their keys; what is put into one is put in as it is. */
public final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Map<Language, Phrases> ALL = new EnumMap<>(Map.of(
            Language.ENGLISH,
            new Phrases(Language.ENGLISH, "en"),
            Language.CHINESE,
            new Phrases(Language.CHINESE, "zh")));

    private final Language language;
    private final Properties texts = new Properties();

    private Phrases(Language language, String tag) {
        this.language = language;
        String file = "/quell/explain_" + tag + ".properties";
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a language. */
    public static Phrases in(Language language) {
        Phrases phrases = ALL.get(language);
        if (phrases == null) {
            throw new IllegalStateException("no phrases in " + language);
        }
        return phrases;
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** Whether there is a phrase of a key. */
    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** Every key. */
    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /**
     * A phrase with words in its places.
     *
     * @throws IllegalArgumentException if there is no such phrase
     */
    public String say(String key, Object... words) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no phrase " + key + " in " + language);
        }
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(words[Integer.parseInt(place.group(1))])));
    }

    /** The phrase of a word of an enumeration. */
    public String say(String group, Enum<?> word) {
        return say(group + "." + word.name());
    }
}

package dev.quell.calllog.words;

import dev.quell.call.Printable;
import dev.quell.classifier.Language;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why an outcome is what it is. The log keeps it in English; what is not known by heart stays so. */
public final class BecauseWords {

    private static final int LONGEST = 200;
    private static final Map<String, Pattern> KNOWN = known();

    private BecauseWords() {}

    private static Map<String, Pattern> known() {
        Phrases english = Phrases.in(Language.ENGLISH);
        Map<String, Pattern> known = new TreeMap<>();
        english.keys().stream()
                .filter(key -> key.startsWith("because."))
                .forEach(key ->
                        known.put(key, Pattern.compile("\\Q" + english.say(key, "\\E([0-9]+ [a-z]+)\\Q") + "\\E")));
        return known;
    }

    /** The log's sentence in a language. */
    public static String of(String because, Language language) {
        String printable = Printable.of(because, LONGEST);
        return translated(printable, language).orElse(printable);
    }

    private static Optional<String> translated(String because, Language language) {
        for (Map.Entry<String, Pattern> phrase : KNOWN.entrySet()) {
            Matcher matcher = phrase.getValue().matcher(because);
            if (matcher.matches()) {
                String number = matcher.groupCount() == 0 ? "" : language.duration(matcher.group(1));
                return Optional.of(Phrases.in(language).say(phrase.getKey(), number));
            }
        }
        return Optional.empty();
    }
}

package dev.quell.web.input;

import dev.quell.classifier.Language;
import dev.quell.web.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The language in which an answer is worded. */
public final class Languages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Languages() {}

    /**
     * The language that a request asks for; English if it asks for none that is spoken.
     *
     * @param parameter {@code en} or {@code zh}, which wins over the header
     * @param header Accept-Language
     * @throws ProblemException if the parameter is another word
     */
    public static Language of(@Nullable String parameter, @Nullable String header) {
        if (parameter == null) {
            return header == null ? Language.ENGLISH : accepted(header);
        }
        return switch (parameter) {
            case "en" -> Language.ENGLISH;
            case "zh" -> Language.CHINESE;
            default -> throw ProblemException.invalid("language", "is neither en nor zh");
        };
    }

    private static Language accepted(String header) {
        try {
            Locale best = Locale.lookup(LanguageRange.parse(header), SPOKEN);
            return Locale.CHINESE.equals(best) ? Language.CHINESE : Language.ENGLISH;
        } catch (IllegalArgumentException e) {
            return Language.ENGLISH;
        }
    }
}

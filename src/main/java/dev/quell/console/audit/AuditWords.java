package dev.quell.console.audit;

import dev.quell.security.audit.Deed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows what the audit stores in the language of the page: the closed words of each form are translated, all else stays as it is stored. */
@Component
final class AuditWords {
    private static final List<Form> FORMS = Stream.of(Subjects.FORMS, Changes.FORMS, Pairings.FORMS)
            .flatMap(List::stream)
            .toList();

    private final MessageSource texts;

    AuditWords(MessageSource texts) {
        this.texts = texts;
    }

    static List<Form> forms() {
        return FORMS;
    }

    /** A stored text in a language; as it is stored if it has none of the forms. */
    String translated(Deed deed, Cell cell, String stored, Locale locale) {
        return new Texts(texts, locale).translated(deed, cell, stored);
    }

    /** The texts of one language. */
    record Texts(MessageSource texts, Locale locale) {

        String text(String key, Object... values) {
            return texts.getMessage(key, values, locale);
        }

        String translated(Deed deed, Cell cell, String stored) {
            return FORMS.stream()
                    .flatMap(form -> form.shown(this, deed, cell, stored).stream())
                    .findFirst()
                    .orElse(stored);
        }
    }
}

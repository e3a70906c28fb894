package dev.quell.console.audit;

import dev.quell.security.audit.Deed;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a part of a stored text is shown. */
@FunctionalInterface
interface Part {

    /** As it is stored: what people and programs wrote, names, numbers and times. */
    Part AS_IS = (words, deed, text) -> text;

    /** Roles, with blanks between them. */
    Part ROLES = (words, deed, text) -> Arrays.stream(text.split(" "))
            .map(role -> words.text("people.role." + role))
            .collect(Collectors.joining(" "));

    /** A day of the week in English, lower case. */
    Part DAY = (words, deed, text) ->
            DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)).getDisplayName(TextStyle.FULL, words.locale());

    /** The part in the language of the page; never asked for one that is not there. */
    String shown(AuditWords.Texts words, Deed deed, String text);

    /** A word of a closed set, each with a key that begins so. */
    static Part word(String start) {
        return (words, deed, text) -> words.text(start + text);
    }

    /** Texts with commas between them that have forms of their own. */
    static Part each(Cell cell) {
        return (words, deed, text) -> Arrays.stream(text.split(", "))
                .map(one -> words.translated(deed, cell, one))
                .collect(Collectors.joining(", "));
    }

    /** A text that has forms of its own. */
    static Part in(Cell cell) {
        return (words, deed, text) -> words.translated(deed, cell, text);
    }
}

package dev.quell.console.audit;

import dev.quell.security.audit.Deed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One form of what the audit stores.
 *
 * @param cell where it stands
 * @param deeds of what deeds
 * @param key of the text that shows it
 * @param stored how it is stored, whole; each group fills the place of its number, less one, in the text
 * @param parts how the groups are shown
 */
record Form(Cell cell, Set<Deed> deeds, String key, Pattern stored, List<Part> parts) {

    static Form of(Cell cell, Set<Deed> deeds, String key, String stored, Part... parts) {
        return new Form(cell, deeds, "audit.says." + key, Pattern.compile(stored, Pattern.DOTALL), List.of(parts));
    }

    /** The text in the language of the page; empty if it has another form. */
    Optional<String> shown(AuditWords.Texts words, Deed deed, Cell in, String text) {
        if (in != cell || !deeds.contains(deed)) {
            return Optional.empty();
        }
        Matcher found = stored.matcher(text);
        return found.matches()
                ? Optional.of(words.text(
                        key,
                        IntStream.range(0, parts.size())
                                .mapToObj(each -> part(words, deed, each, found))
                                .toArray()))
                : Optional.empty();
    }

    private Object part(AuditWords.Texts words, Deed deed, int number, Matcher found) {
        return Optional.ofNullable(found.group(number + 1))
                .map(text -> parts.get(number).shown(words, deed, text))
                .orElse("");
    }
}

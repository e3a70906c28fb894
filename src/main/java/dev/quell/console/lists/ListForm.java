package dev.quell.console.lists;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.RangeFault;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.FreeText;
import dev.quell.console.verdict.Terms;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody writes.
 *
 * @param list {@code block} or {@code allow}
 * @param number a number, a prefix that ends in a star, or a range
 * @param term how long, a word of {@link Terms}
 */
record ListForm(
        @Nullable String list,
        @Nullable String number,
        @Nullable String reason,
        @Nullable String term) {
    /** How the notes begin that say what is wrong with a range. */
    static final String RANGE = "RANGE_";

    private static final int LONGEST_REASON = 200;

    /** The list; the block list if none is named. */
    public ListKind kind() {
        return "allow".equals(list) ? ListKind.ALLOW : ListKind.BLOCK;
    }

    /**
     * Whether it is to be shown what it would have met. Whoever may not make an entry is not told how many calls that would have been: a masked number could be
     * guessed by it, digit by digit.
     */
    boolean asksForPreview() {
        return number != null && CurrentPerson.get().may(kind() == ListKind.BLOCK ? Right.BLOCK : Right.ALLOW);
    }

    /** Its word in an address. */
    public String word() {
        return kind().name().toLowerCase(Locale.ROOT);
    }

    /** Whom it means; empty if it can mean nobody. */
    Optional<ListPattern> pattern(Callers callers) {
        String text = number == null ? "" : number.strip();
        try {
            return text.endsWith("*")
                    ? Optional.of(ListPattern.parse(text.replaceAll("[ ()./-]", "")))
                    : callers.readRange(text).or(() -> callers.read(text).map(ListPattern.Exact::new));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The prefix that may be meant by too few digits for a number, or by a beginning without its country; empty if none can be. */
    Optional<String> meant(Callers callers) {
        String text = number == null ? "" : number.stripTrailing();
        return callers.readPrefix(text)
                .or(() -> callers.readUnfinished(text))
                .map(prefix -> prefix.start() + "*")
                .filter(prefix -> new ListForm(list, prefix, reason, term)
                        .pattern(callers)
                        .isPresent());
    }

    /** What is wrong with a number that can mean nobody: the note of the page that says it. */
    String fault(Callers callers) {
        try {
            callers.readRange(number == null ? "" : number);
            return "NUMBER";
        } catch (RangeFault e) {
            return RANGE + e.why().name();
        }
    }

    /** Why; empty if no reason is given or it cannot be kept. */
    Optional<String> words() {
        return FreeText.read(reason == null ? "" : reason, LONGEST_REASON);
    }

    /** How long. */
    public Terms terms() {
        return terms(kind());
    }

    /** How long, on a list that the address names. */
    Terms terms(ListKind list) {
        return Terms.wanted(term == null ? "" : term, list);
    }

    /** The names of the fields that cannot be, and the note of a number that cannot. */
    List<String> faults(Callers callers) {
        List<String> faults = new ArrayList<>();
        if (pattern(callers).isEmpty()) {
            faults.add(fault(callers));
        }
        if (words().isEmpty()) {
            faults.add("reason");
        }
        return faults;
    }
}

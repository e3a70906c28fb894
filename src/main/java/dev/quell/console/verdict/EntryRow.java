package dev.quell.console.verdict;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.security.masking.Masking;
import dev.quell.source.PastEntries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the lists as a page shows it.
 *
 * @param kind ALLOW or BLOCK
 * @param ends the first and the last number of a range; empty for what is none
 * @param key how an address names what it means; empty if whoever looks may not ask for it
 * @param origin what made it
 * @param until when it ends, empty if it stands for good
 * @param step the rung of the ladder, 0 off it
 */
public record EntryRow(
        long id,
        String kind,
        String pattern,
        List<String> ends,
        String key,
        String reason,
        String author,
        String origin,
        Instant made,
        Optional<Instant> until,
        int step) {
    private static final int LONGEST = 200;

    public EntryRow {
        ends = List.copyOf(ends);
    }

    /** Shows an entry; numbers in it are masked for whoever may not see them whole. */
    public static EntryRow of(ListEntry entry) {
        return new EntryRow(
                entry.id(),
                entry.kind().name(),
                Masking.text(entry.pattern().shown()),
                entry.pattern() instanceof ListPattern.Range(String from, String to)
                        ? List.of(Masking.text(from), Masking.text(to))
                        : List.of(),
                key(entry.pattern()),
                Masking.text(Printable.of(entry.reason(), LONGEST)),
                Printable.of(entry.author(), LONGEST),
                entry.origin().name(),
                entry.createdAt(),
                entry.expiresAt(),
                entry.step());
    }

    private static String key(ListPattern pattern) {
        return switch (pattern) {
            case ListPattern.Exact(CallerNumber caller) -> Masking.key(caller);
            case ListPattern.Prefix(String start) -> Masking.mayAsk(start) ? pattern.shown() : "";
            case ListPattern.Range range -> Masking.whole() ? range.shown() : "";
        };
    }

    /** The entry of a number that has ended, if it meant a caller; null if none did. */
    public static @Nullable EntryRow ended(List<PastEntries.Past> entries, @Nullable Long id) {
        return entries.stream()
                .filter(past -> id != null && past.entry().id() == id && past.state() != PastEntries.State.ACTIVE)
                .map(past -> of(past.entry()))
                .findFirst()
                .orElse(null);
    }

    /** The same with another end. */
    EntryRow until(Optional<Instant> end) {
        return new EntryRow(id, kind, pattern, ends, key, reason, author, origin, made, end, step);
    }
}

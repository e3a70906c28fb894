package dev.quell.console.sources.one;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListStore;
import dev.quell.call.CallerNumber;
import dev.quell.console.sources.one.PastEntry.State;
import dev.quell.console.verdict.EntryRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds every entry that was ever made for a source: its number's, and those of the prefixes that mean it. */
@Component
final class PastEntries {
    private static final int MOST = 50;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 14;

    private final ListStore store;
    private final Clock clock;

    PastEntries(ListStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The newest {@value #MOST}, newest first. */
    List<PastEntry> of(CallerNumber caller) {
        Instant now = clock.instant();
        return patterns(caller)
                .flatMap(pattern -> entries(pattern, now))
                .sorted(Comparator.comparing((PastEntry entry) -> entry.row().made())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private Stream<PastEntry> entries(ListPattern pattern, Instant now) {
        List<ListEntry> made = store.history(pattern);
        Set<Long> lifted = made.isEmpty() ? Set.of() : store.liftedByPeople(pattern);
        return made.stream().map(entry -> new PastEntry(EntryRow.of(entry), state(entry, lifted, now)));
    }

    private static State state(ListEntry entry, Set<Long> lifted, Instant now) {
        if (entry.activeAt(now)) {
            return State.ACTIVE;
        }
        return lifted.contains(entry.id()) ? State.LIFTED : State.ENDED;
    }

    private static Stream<ListPattern> patterns(CallerNumber caller) {
        if (!caller.identifies()) {
            return Stream.empty();
        }
        Stream<ListPattern> exact = Stream.of(new ListPattern.Exact(caller));
        return caller instanceof CallerNumber.E164(String number)
                ? Stream.concat(
                        exact,
                        IntStream.rangeClosed(SHORTEST, Math.min(LONGEST, number.length()))
                                .mapToObj(length -> new ListPattern.Prefix(number.substring(0, length))))
                : exact;
    }
}

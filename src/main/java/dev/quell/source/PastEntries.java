package dev.quell.source;

import dev.quell.blocklist.Lifting;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListStore;
import dev.quell.call.CallerNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds every entry that was ever made for a source: its number's, and those of the prefixes and ranges that mean it. */
@Component
public final class PastEntries {
    private static final int MOST = 50;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 14;

    private final ListStore store;
    private final Clock clock;

    PastEntries(ListStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * An entry that means or meant a source, and whether it still does.
     *
     * @param lifting who ended it before its time; empty if nobody did
     */
    public record Past(ListEntry entry, State state, Optional<Lifting> lifting) {}

    /** What became of an entry. */
    public enum State {
        /** It holds. */
        ACTIVE,
        /** A person ended it before its time. */
        LIFTED,
        /** Its time was over, or another entry took its place. */
        ENDED
    }

    /** The newest {@value #MOST}, newest first. */
    public List<Past> of(CallerNumber caller) {
        Instant now = clock.instant();
        return Stream.concat(patterns(caller), store.rangesOf(caller).stream())
                .flatMap(pattern -> entries(pattern, now))
                .sorted(Comparator.comparing((Past past) -> past.entry().createdAt())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private Stream<Past> entries(ListPattern pattern, Instant now) {
        List<ListEntry> made = store.history(pattern);
        Set<Long> lifted = made.isEmpty() ? Set.of() : store.liftedByPeople(pattern);
        Map<Long, Lifting> liftings = lifted.isEmpty()
                ? Map.of()
                : store.liftings(pattern).stream().collect(Collectors.toMap(Lifting::id, lifting -> lifting));
        return made.stream()
                .map(entry ->
                        new Past(entry, state(entry, lifted, now), Optional.ofNullable(liftings.get(entry.id()))));
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

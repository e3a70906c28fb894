package dev.quell.console.shell;

import dev.quell.security.pairs.Pairs;
import dev.quell.security.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many proposals the reader of a page may confirm now, as the second person. Every page shows it, so what waits is looked up once in some seconds for all
 * readers, and what the audit tells of their accounts less often. Where that fails nothing waits: the page says what it has to say all the same.
 */
public final class SecondCount {
    private static final Logger LOG = LoggerFactory.getLogger(SecondCount.class);
    private static final Duration FRESH = Duration.ofSeconds(3);
    /** Reading the audit of weeks may take a tenth of a second. */
    private static final Duration AUDIT_FRESH = Duration.ofSeconds(30);

    private final Supplier<List<Word>> words;
    private final Pairs pairs;
    private final Clock clock;
    private volatile Seen seen = new Seen(Instant.MIN, List.of(), Optional.empty(), Map.of());

    /** @param words what waits and has not lapsed */
    public SecondCount(Supplier<List<Word>> words, Pairs pairs, Clock clock) {
        this.words = words;
        this.pairs = pairs;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param author the id of whoever wants it
     * @param at since when
     */
    public record Word(String author, Instant at) {}

    private record Looked(Pairs.Look look, Instant earliest, Instant at) {}

    /** @param counts those that were told already, by the readers' ids */
    private record Seen(Instant at, List<Word> words, Optional<Looked> looked, Map<String, Long> counts) {}

    /** Those that somebody else wants, as far as can be told. */
    public long of(Person reader) {
        try {
            Seen now = now();
            return now.counts().computeIfAbsent(reader.id(), id -> confirmable(now, id));
        } catch (RuntimeException e) {
            LOG.debug("What waits for a second person cannot be looked up", e);
            return 0;
        }
    }

    private static long confirmable(Seen seen, String id) {
        return seen.looked()
                .map(looked -> seen.words().stream()
                        .filter(word -> looked.look()
                                .objection(word.author(), id, word.at())
                                .isEmpty())
                        .count())
                .orElse(0L);
    }

    private Seen now() {
        Instant now = clock.instant();
        Seen last = seen;
        if (isFresh(last.at(), now, FRESH)) {
            return last;
        }
        // What fails is not tried again before its time.
        seen = new Seen(now, List.of(), Optional.empty(), new ConcurrentHashMap<>());
        List<Word> found = words.get();
        Optional<Looked> looked = found.stream()
                .map(Word::at)
                .min(Comparator.naturalOrder())
                .map(earliest -> looked(last, earliest, now));
        Seen next = new Seen(now, found, looked.or(last::looked), new ConcurrentHashMap<>());
        seen = next;
        return next;
    }

    private Looked looked(Seen last, Instant earliest, Instant now) {
        return last.looked()
                .filter(looked -> isFresh(looked.at(), now, AUDIT_FRESH)
                        && !looked.earliest().isAfter(earliest))
                .orElseGet(() -> new Looked(pairs.look(earliest), earliest, now));
    }

    private static boolean isFresh(Instant at, Instant now, Duration fresh) {
        return !at.isAfter(now) && at.isAfter(now.minus(fresh));
    }
}

package dev.quell.console.live;

import dev.quell.classifier.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many verdicts of each kind there were in each of the last {@value #MINUTES} minutes, since the start of this instance. */
public final class VerdictRate {
    /** How far back it reaches. */
    public static final int MINUTES = 60;

    private static final int SECONDS = 60;

    private final Instant began;
    private final long[] minutes = new long[MINUTES];
    private final List<Map<Kind, Integer>> counts = Stream.<Map<Kind, Integer>>generate(() -> new EnumMap<>(Kind.class))
            .limit(MINUTES)
            .toList();

    VerdictRate(Instant began) {
        this.began = began;
    }

    /** Verdicts as the chart tells them apart, from the mildest to the hardest. */
    public enum Kind {
        PASSED,
        TAGGED,
        /** Challenged or listened to. */
        ASKED,
        /** Deterred or refused. */
        DETERRED;

        static Kind of(Action action) {
            return switch (action) {
                case PASS -> PASSED;
                case TAG -> TAGGED;
                case CHALLENGE, LISTEN -> ASKED;
                case DETER, REJECT -> DETERRED;
            };
        }
    }

    /**
     * One minute.
     *
     * @param counts by kind; what is absent is 0
     */
    public record Minute(Instant from, Map<Kind, Integer> counts) {
        public Minute {
            counts = Map.copyOf(counts);
        }

        /** Verdicts of one kind. */
        public int of(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        /** All verdicts of it. */
        public int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Since when verdicts are counted here. */
    public Instant began() {
        return began;
    }

    synchronized void add(Action verdict, Instant at) {
        long minute = at.getEpochSecond() / SECONDS;
        int place = Math.floorMod(minute, MINUTES);
        if (minutes[place] != minute) {
            minutes[place] = minute;
            counts.get(place).clear();
        }
        counts.get(place).merge(Kind.of(verdict), 1, Integer::sum);
    }

    /** The last {@value #MINUTES} minutes, oldest first; the one that lasts is the last. */
    public synchronized List<Minute> last(Instant now) {
        long current = now.getEpochSecond() / SECONDS;
        List<Minute> found = new ArrayList<>(MINUTES);
        for (long minute = current - MINUTES + 1; minute <= current; minute++) {
            int place = Math.floorMod(minute, MINUTES);
            found.add(new Minute(
                    Instant.ofEpochSecond(minute * SECONDS), minutes[place] == minute ? counts.get(place) : Map.of()));
        }
        return found;
    }
}

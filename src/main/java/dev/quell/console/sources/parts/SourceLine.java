package dev.quell.console.sources.parts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One source in a table.
 *
 * @param key how its page is named in an address
 * @param caller the number as the reader may see it
 * @param region where the number was given out; empty if that is not known
 * @param nuisance silent calls, noise and standing flags
 * @param classes what its calls were taken for, the most frequent first
 * @param lines how many different numbers it called, at most {@value #MOST_LINES}
 * @param listed ALLOW or BLOCK if an entry of that list decides about it now, else empty
 * @param until when that entry ends; empty if it stands for good or there is none
 */
public record SourceLine(
        String key,
        String caller,
        String region,
        long calls,
        long nuisance,
        long silent,
        long noise,
        long flags,
        long good,
        List<Share> classes,
        long lines,
        String listed,
        Optional<Instant> until) {
    /** As many lines are told apart. */
    public static final int MOST_LINES = 20;

    private static final int MOST_CLASSES = 3;

    public SourceLine {
        classes = List.copyOf(classes);
    }

    /** What most of its calls were taken for. */
    public List<Share> firstClasses() {
        return classes.stream().limit(MOST_CLASSES).toList();
    }

    /** Nuisances in a hundred calls; flags may make it more than 100, which is shown as 100. */
    public long percent() {
        return Math.min(100, Share.percent(nuisance, calls));
    }

    /** Whether it may have called more lines than were told apart. */
    public boolean manyLines() {
        return lines >= MOST_LINES;
    }
}

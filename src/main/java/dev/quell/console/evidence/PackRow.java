package dev.quell.console.evidence;

import dev.quell.evidence.custody.HandingNote;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A pack as the page shows it. Numbers are masked for whoever may not see them whole.
 *
 * @param block the number of its note's block
 * @param at when it was made
 * @param order what was asked for; empty if its time is over
 * @param address of the source's page; empty if it has none
 * @param sha256 of the file; empty if that is not known
 * @param size of the file, with its unit; empty if that is not known
 * @param until how long it waits to be fetched; empty if it does not wait
 * @param handed where it went, oldest first
 */
public record PackRow(
        long block,
        Instant at,
        Optional<Order> order,
        String address,
        String sha256,
        String size,
        Optional<Instant> until,
        List<HandingNote> handed) {
    private static final int KILO = 1024;

    public PackRow {
        handed = List.copyOf(handed);
    }

    /** What was asked for, printable. */
    public record Order(String source, Instant from, Instant to, String who, String why, String by, int calls) {}

    /** Whether it waits to be fetched. */
    public boolean waits() {
        return until.isPresent();
    }

    /** Bytes as people read them. */
    static String size(long bytes) {
        long kilos = Math.ceilDiv(bytes, KILO);
        return kilos < KILO ? kilos + " KB" : String.format(Locale.ROOT, "%.1f MB", (double) kilos / KILO);
    }
}

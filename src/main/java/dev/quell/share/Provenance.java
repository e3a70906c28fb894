package dev.quell.share;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of one answer came from. Whoever answers a question of people opens one; who reads records notes in it what it read. On a single
 * machine nobody notes anything.
 */
public final class Provenance {

    private static final ScopedValue<Provenance> CURRENT = ScopedValue.newInstance();

    private final AtomicReference<@Nullable Source> source = new AtomicReference<>();

    /** Where records are. */
    public enum Source {
        /** In the record of all instances. */
        SHARED,
        /** In this instance's own database, because the record of all did not answer. */
        LOCAL
    }

    /**
     * Work that reads records.
     *
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface Reading<X extends Exception> {
        /** Reads; {@code note} knows afterwards, and during it, what was read. */
        void read(Provenance note) throws X;
    }

    /** Does work whose records are noted. */
    public static <X extends Exception> void noted(Reading<X> work) throws X {
        Provenance note = new Provenance();
        ScopedValue.where(CURRENT, note).<@Nullable Void, X>call(() -> {
            work.read(note);
            return null;
        });
    }

    /** Records were read on this thread; part of them being local makes the whole answer local. */
    public static void note(Source where) {
        if (CURRENT.isBound()) {
            CURRENT.get().source.accumulateAndGet(where, (old, now) -> old == Source.LOCAL ? old : now);
        }
    }

    /** What was noted so far; null if nothing was. */
    public @Nullable Source source() {
        return source.get();
    }
}

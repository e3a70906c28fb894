package dev.quell.e2e.stage;

import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.QuellUnderTest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An Asterisk and the service that screens for it.
 */
public record World(AsteriskUnderTest asterisk, QuellUnderTest quell, AtomicInteger seats) implements AutoCloseable {

    private static final int SEATS = 60;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Starts both; the overrides are the service's. */
    static World start(Map<String, String> overrides) {
        QuellUnderTest quell = QuellUnderTest.prepare(overrides);
        AsteriskUnderTest asterisk = AsteriskUnderTest.start(SEATS, quell.dialplan());
        World world = new World(asterisk, quell, new AtomicInteger());
        try {
            quell.start(asterisk.amiPort());
            return world;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** A seat that no other scenario has: the last two digits of its lines. */
    int takeSeat() {
        int seat = seats.getAndIncrement();
        if (seat >= SEATS) {
            throw new IllegalStateException("more than " + SEATS + " scenarios in one world");
        }
        return seat;
    }

    /** A mobile number of China that nobody has called from yet. */
    public static String freshNumber() {
        return String.format(Locale.ROOT, "139%08d", 10_000_000 + NUMBERS.incrementAndGet());
    }

    @Override
    public void close() {
        quell.close();
        asterisk.close();
    }
}

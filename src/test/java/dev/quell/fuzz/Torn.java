package dev.quell.fuzz;

import java.io.ByteArrayInputStream;
import java.util.Random;

/** Bytes that arrive a few at a time, as a network may bring them. */
public final class Torn extends ByteArrayInputStream {

    private final Random random;

    /** @param seed of the pieces' lengths; the same seed gives the same ones */
    public Torn(byte[] bytes, long seed) {
        super(bytes);
        this.random = new Random(seed);
    }

    @Override
    public synchronized int read(byte[] to, int at, int most) {
        return super.read(to, at, most == 0 ? 0 : 1 + random.nextInt(Math.min(most, 1 << random.nextInt(11))));
    }
}

package dev.quell.bench;

import java.util.concurrent.locks.LockSupport;

/** A thread that leaves garbage behind, about 200 MB a second and some of it only after a while, so that the collector has to go over everything else too. */
final class Garbage implements AutoCloseable {

    private static final int PIECE = 20_000;
    private static final int KEPT = 2_000;
    private static final int PIECES_A_MILLISECOND = 10;

    private final byte[][] kept = new byte[KEPT][];
    private volatile boolean over;

    Garbage() {
        Thread.ofPlatform().daemon().start(this::litter);
    }

    private void litter() {
        for (int i = 0; !over; i++) {
            kept[i % KEPT] = new byte[PIECE];
            if (i % PIECES_A_MILLISECOND == 0) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @Override
    public void close() {
        over = true;
    }
}

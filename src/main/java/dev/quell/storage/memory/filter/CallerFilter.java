package dev.quell.storage.memory.filter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A set of callers' keys that may take one for a member that is none, and never the other way round. Grows by a segment twice as large as the last. */
final class CallerFilter {

    private static final int FIRST = 1 << 14;
    private static final int LARGEST = 1 << 28;

    private final List<Segment> segments = new CopyOnWriteArrayList<>(List.of(new Segment(FIRST)));

    boolean mayHold(String key) {
        return mayHold(hash(key));
    }

    private boolean mayHold(long hash) {
        for (Segment segment : segments) {
            if (segment.mayHold(hash)) {
                return true;
            }
        }
        return false;
    }

    void add(String key) {
        long hash = hash(key);
        if (!mayHold(hash)) {
            open().add(hash);
        }
    }

    private Segment open() {
        Segment last = segments.getLast();
        return last.full() ? grown() : last;
    }

    private synchronized Segment grown() {
        Segment last = segments.getLast();
        if (last.full()) {
            segments.add(new Segment(Math.min(last.capacity() * 2, LARGEST)));
        }
        return segments.getLast();
    }

    private static long hash(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }
}

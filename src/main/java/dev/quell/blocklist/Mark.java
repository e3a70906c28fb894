package dev.quell.blocklist;

import dev.quell.blocklist.ListEntry.Origin;

/** An entry's number, origin and list in 64 bits, as the tables keep them. */
final class Mark {

    /** The bit that tells the lists apart. */
    static final long KIND = 1;

    private static final int ORIGIN_SHIFT = 1;
    private static final int ID_SHIFT = 3;

    private Mark() {}

    static long of(Standing entry) {
        return (entry.id() << ID_SHIFT) | (bits(entry.origin()) << ORIGIN_SHIFT) | bits(entry.kind());
    }

    static long bits(ListKind kind) {
        return switch (kind) {
            case ALLOW -> 0;
            case BLOCK -> KIND;
        };
    }

    private static long bits(Origin origin) {
        return switch (origin) {
            case MANUAL -> 0;
            case BURST -> 1;
            case LADDER -> 2;
        };
    }

    static long id(long mark) {
        return mark >>> ID_SHIFT;
    }

    static ListKind kind(long mark) {
        return (mark & KIND) == 0 ? ListKind.ALLOW : ListKind.BLOCK;
    }

    static Origin origin(long mark) {
        return switch ((int) (mark >>> ORIGIN_SHIFT) & 3) {
            case 0 -> Origin.MANUAL;
            case 1 -> Origin.BURST;
            default -> Origin.LADDER;
        };
    }
}

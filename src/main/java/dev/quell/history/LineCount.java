package dev.quell.history;

/** Tells different lines apart, up to {@value #MOST} of them; further ones change nothing. */
final class LineCount {

    private static final int MOST = 64;

    private final String[] slots;
    private int lines;

    /** For so many lines at most, doublets counted. */
    LineCount(int expected) {
        slots = new String[Integer.highestOneBit(Math.clamp(expected, 1, MOST)) * 4];
    }

    /** Whether a line is there for the first time; the empty one is none. */
    boolean add(String line) {
        if (line.isEmpty() || lines == MOST) {
            return false;
        }
        int mask = slots.length - 1;
        int slot = line.hashCode() & mask;
        while (slots[slot] != null) {
            if (slots[slot].equals(line)) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = line;
        lines++;
        return true;
    }
}

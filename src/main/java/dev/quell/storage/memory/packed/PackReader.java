package dev.quell.storage.memory.packed;

/** Reads what {@link PackWriter} wrote, in the same order. */
final class PackReader {

    private final byte[] bytes;
    private int place;

    PackReader(byte[] bytes) {
        this(bytes, 0);
    }

    PackReader(byte[] bytes, int place) {
        this.bytes = bytes;
        this.place = place;
    }

    /** How many bytes were read. */
    int place() {
        return place;
    }

    long number() {
        long number = bytes[place++];
        if (number >= 0) {
            return number;
        }
        number &= 0x7F;
        int shift = 7;
        long next;
        do {
            next = bytes[place++];
            number |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }

    long signed() {
        long number = number();
        return number >>> 1 ^ -(number & 1);
    }

    String text() {
        char[] text = new char[(int) number()];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) number();
        }
        return new String(text);
    }

    /** Passes over numbers of either kind. */
    void skip(long numbers) {
        for (long left = numbers; left > 0; left--) {
            while (bytes[place++] < 0) {
                // the number goes on
            }
        }
    }

    void skipText() {
        skip(number());
    }
}

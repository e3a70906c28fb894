package dev.quell.e2e.phone;

/** The G.711 A-law code: one byte for one sample of 13 bits, 8,000 a second. */
final class Alaw {

    /** The code of digital silence. */
    static final byte SILENCE = (byte) 0xD5;

    private static final byte[] CODES = new byte[1 << 13];

    static {
        for (int i = 0; i < CODES.length; i++) {
            CODES[i] = nearest((short) (i << 3));
        }
    }

    private Alaw() {}

    /** The code nearest to a sample. */
    static byte encode(int sample) {
        int clipped = Math.clamp(sample, Short.MIN_VALUE, Short.MAX_VALUE);
        return CODES[(clipped >> 3) & (CODES.length - 1)];
    }

    /** The sample that a code stands for, in 16 bits. */
    static int decode(byte code) {
        int plain = code ^ 0x55;
        int segment = (plain & 0x70) >> 4;
        int magnitude = ((plain & 0x0F) << 4) + (segment == 0 ? 0x08 : 0x108);
        int value = segment > 1 ? magnitude << (segment - 1) : magnitude;
        return (plain & 0x80) == 0 ? -value : value;
    }

    private static byte nearest(int sample) {
        int best = 0;
        for (int code = 1; code < 256; code++) {
            if (Math.abs(decode((byte) code) - sample) < Math.abs(decode((byte) best) - sample)) {
                best = code;
            }
        }
        return (byte) best;
    }
}

package dev.quell.prompt.audio;

/** G.711: samples of 16 bit as bytes whose steps grow with the level. */
final class Companding {

    private static final int ULAW_BIAS = 0x84;
    private static final int ULAW_MOST = 32_635;
    private static final int EVEN_BITS = 0x55;

    private Companding() {}

    static byte[] alaw(short[] pcm) {
        byte[] coded = new byte[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            coded[i] = (byte) alaw(pcm[i]);
        }
        return coded;
    }

    static byte[] ulaw(short[] pcm) {
        byte[] coded = new byte[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            coded[i] = (byte) ulaw(pcm[i]);
        }
        return coded;
    }

    /** 13 bit: sign, three bits of the segment, four of the step, every other bit inverted. */
    static int alaw(int sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int size = (sample >= 0 ? sample : -sample - 1) >> 3;
        int segment = Math.max(0, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size | 1) - 4);
        // The two lowest segments have the same steps.
        int step = (size >> Math.max(1, segment)) & 0x0f;
        return (sign | (segment << 4) | step) ^ EVEN_BITS;
    }

    /** 14 bit with a bias: sign, three bits of the segment, four of the step, all inverted. */
    static int ulaw(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int size = Math.min(Math.abs(sample), ULAW_MOST) + ULAW_BIAS;
        int segment = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size) - 7;
        int step = (size >> (segment + 3)) & 0x0f;
        return ~(sign | (segment << 4) | step) & 0xff;
    }
}

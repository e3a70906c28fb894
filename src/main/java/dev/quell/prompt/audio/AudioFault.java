package dev.quell.prompt.audio;

import java.io.Serial;

/** A recording that cannot be used, and why. */
public final class AudioFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final double is;

    private AudioFault(Why why, double is) {
        super(why.name(), null, false, false);
        this.why = why;
        this.is = is;
    }

    static AudioFault of(Why why, double is) {
        return new AudioFault(why, is);
    }

    /** What is wrong. */
    public Why why() {
        return why;
    }

    /** What it is where something else is wanted: seconds, Hz, bits, channels, dB or a percentage; 0 where there is nothing to measure. */
    public double is() {
        return is;
    }

    /** What can be wrong with a recording. */
    public enum Why {
        /** Another kind of file, whatever its name says. */
        NOT_WAV,
        /** A WAV whose sound is compressed. */
        NOT_PCM,
        /** More than two channels. */
        CHANNELS,
        /** Fewer than 8,000 or more than 192,000 samples a second. */
        RATE,
        /** Samples of another size than 8, 16, 24 or 32 bit. */
        BITS,
        /** The file ends before its sound does. */
        CUT_OFF,
        /** Less than a quarter of a second of sound. */
        TOO_SHORT,
        /** Longer than the prompt may be, silence at its ends left out. */
        TOO_LONG,
        /** So quiet that its noise would be heard with it. */
        TOO_QUIET,
        /** Recorded so loud that it is distorted. */
        CLIPPED,
        /** Some of it is so much louder than the rest that the rest would not be heard. */
        UNEVEN
    }
}

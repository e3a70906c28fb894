package dev.quell.simulation.play;

/**
 * What comes out of a caller's telephone.
 *
 * <p>The shares are talk detection's, tried with recorded speech at amplitude 128 (standard lines) and 64 (protected lines): speech 26 dB under normal is
 * missed by 4 % at 128 and by none at 64; line noise of −45 dBFS and louder reads as talk at 128. The false hearings of silent calls (a breath, a
 * television in the next room) have no published rate; 2 % and 4 % are our assumption.
 */
public enum Sound {
    /** Speech at a usual level, about −20 dBFS. One in a thousand is missed: clipped or stuttering audio, our assumption. */
    SPEECH(0.999, 0.9995),
    /** Speech 26 dB under the usual level. */
    QUIET_SPEECH(0.96, 1.0),
    /** Speech over line noise of −40 dBFS: one burst without an end. */
    NOISY_SPEECH(1.0, 1.0),
    /** Speech from a handset with discontinuous transmission: the end of a burst may not be seen. */
    DTX_SPEECH(0.99, 0.995),
    /** Baudot tones of a text telephone: loud, in bursts; heard as speech. */
    TONES(0.99, 0.99),
    /** Nothing but the room. */
    SILENCE(0.02, 0.04),
    /** Nothing at all: a line on which talk detection cannot err. */
    DEAD_SILENCE(0, 0),
    /** One faint sound, shorter than a word: a cough, a tap. Heard half the time. */
    COUGH(0.5, 0.8),
    /** Rustle in a pocket: short sounds. */
    RUSTLE(0.6, 0.8),
    /** White noise or music without a pause. */
    NOISE(1.0, 1.0),
    /** A recording that begins as soon as the call is answered. */
    PLAYBACK(0.999, 0.999);

    private final double heardAt128;
    private final double heardAt64;

    Sound(double heardAt128, double heardAt64) {
        this.heardAt128 = heardAt128;
        this.heardAt64 = heardAt64;
    }

    /** The probability that talk detection gives any burst for it in a call. */
    double heard(boolean protectedLine) {
        return protectedLine ? heardAt64 : heardAt128;
    }

    /** Whether a person speaks, or signals as speech does. */
    boolean speech() {
        return switch (this) {
            case SPEECH, QUIET_SPEECH, NOISY_SPEECH, DTX_SPEECH, TONES -> true;
            case SILENCE, DEAD_SILENCE, COUGH, RUSTLE, NOISE, PLAYBACK -> false;
        };
    }
}

package dev.quell.traffic.trunk;

/** What came from the caller of an answered call. */
enum Heard {
    /** Sound. */
    SOUND(0),
    /** Packets and not a word. */
    SILENCE(1),
    /** Not one packet. */
    NOTHING(2);

    private static final Heard[] ALL = {SOUND, SILENCE, NOTHING};

    private final int code;

    Heard(int code) {
        this.code = code;
    }

    /** A small number for it, from 0. */
    int code() {
        return code;
    }

    /** The one of a code. */
    static Heard of(int code) {
        return ALL[code];
    }
}

package dev.quell.traffic.trunk;

/** What came from the caller of an answered call. */
enum Heard {
    /** Sound. */
    SOUND,
    /** Packets and not a word. */
    SILENCE,
    /** Not one packet. */
    NOTHING
}

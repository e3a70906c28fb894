package dev.quell.faults;

import java.nio.file.Path;

/** Where rounds of a row are played, one after the other. */
interface Scene {

    /** Plays one round. */
    RoundResult play(long seed);

    /** What is left on the disk. */
    Path folder();

    /** Ends all that was started; the folder stays if something is to be looked at. */
    void close(boolean keep);
}

package dev.quell.doctor.finding;

import java.io.IOException;

/** Looks at one part of an installation and changes nothing. */
public interface Check {

    /** What it looks at, a word or two. */
    String name();

    /**
     * Looks, and tells what it finds.
     *
     * @throws IOException if it could not look; it is told as such
     */
    void look(Findings findings) throws IOException;
}

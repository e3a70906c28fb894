package dev.quell.classifier;

import java.util.Optional;

/** One piece of evidence looked for. Pure: the same evidence gives the same answer, without input or output. */
public interface Rule {

    /** The symbol in the catalogue, upper snake case, at most 22 characters. */
    String symbol();

    /** What was found; empty if nothing. */
    Optional<Hit> look(Evidence evidence);
}

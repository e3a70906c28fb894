package dev.quell.report;

import java.time.Instant;
import java.util.function.Consumer;

/** The port to what happened with sources. */
public interface SourceFacts {

    /** Every fact of {@code [from, to)}, one at a time, those of one source together and oldest first. */
    void read(Grouping by, Instant from, Instant to, Consumer<SourceFact> reader);
}

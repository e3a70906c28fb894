package dev.quell.evidence.desk;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
import java.util.function.LongConsumer;

/** The port to a look through the whole call log and its chain, beside other work. */
@FunctionalInterface
public interface LogLook {

    /**
     * Looks through all of it.
     *
     * @param known what it is compared with
     * @param pace told now and then the block that is reached; it may rest, and what it throws ends the look
     */
    ChainReport look(KnownElsewhere known, LongConsumer pace);
}

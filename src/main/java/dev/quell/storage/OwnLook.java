package dev.quell.storage;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A look through the whole log of the running service, over a connection of its own. */
final class OwnLook {

    private static final int TRIES = 3;

    private OwnLook() {}

    /** Looks; again if faults were found while retention or a hold changed what there is to find. */
    static ChainReport look(Path dataDirectory, KnownElsewhere known, LongConsumer pace) {
        ChainReport report;
        boolean changed;
        int tried = 0;
        do {
            try (OpenLog log = OpenLog.of(dataDirectory)) {
                long before = log.lastChange();
                report = log.verify(known, pace);
                changed = log.lastChange() != before;
            }
            tried++;
        } while (!report.holds() && changed && tried < TRIES);
        return report;
    }
}

package dev.quell.tuning.trial;

import dev.quell.backtest.CallArchive;

/** The port to the records, opened for one long read beside the service's own reads. */
@FunctionalInterface
public interface Records {

    /**
     * Opens them.
     *
     * @throws RuntimeException with a sentence that says what to do, if they cannot be read
     */
    Opened open();

    /** Records that are open. */
    interface Opened extends AutoCloseable {

        CallArchive archive();

        @Override
        void close();
    }
}

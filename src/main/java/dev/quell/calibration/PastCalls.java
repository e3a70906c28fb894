package dev.quell.calibration;

import dev.quell.backtest.input.Label;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.replay.Decided;
import java.io.IOException;
import java.util.Optional;

/** The port to the calls of the past, decided again. */
@FunctionalInterface
public interface PastCalls {

    /** Decides the same calls in the same order under these settings, each by what was known when it arrived. */
    void replay(ClassifierSettings settings, Watcher watcher) throws IOException;

    /** Looks on. */
    @FunctionalInterface
    interface Watcher {

        /**
         * A call was decided; told once a call, in the order of arrival.
         *
         * @param label what is known of the call by now; empty for most
         */
        void decided(Decided decided, Optional<Label> label);
    }
}

package dev.quell.backtest;

import dev.quell.backtest.input.Label;
import dev.quell.replay.Decided;
import java.util.Optional;

/** Looks on while calls are decided again. */
@FunctionalInterface
public interface CallObserver {

    /**
     * A call was decided under the tested settings; told once a call, in the order of arrival.
     *
     * @param label what is known of the call now, not when it arrived
     */
    void decided(Decided decided, Optional<Label> label);
}

package dev.quell.backtest;

import dev.quell.blocklist.ListEntry;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.flag.Flag;
import dev.quell.history.KnownAs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The port to what a site has on record of its calls, as far as it bears on verdicts. Nothing in it was decided by the machine. */
public interface CallArchive {

    /** Every call that arrived in {@code [from, to)}, oldest first, one at a time. */
    void calls(Instant from, Instant to, Consumer<PastCall> reader);

    /** Every flag raised in {@code [from, to)}, oldest first; those that were taken back too. */
    List<PastFlag> flags(Instant from, Instant to);

    /** The entries of the allow and block list that people made, oldest first, each with the end that it had. */
    List<ListEntry> entries();

    /** Whom the site knows, the first known first. */
    List<Known> known();

    /**
     * A call.
     *
     * @param endedAt empty if its end was never told
     * @param outcome what it turned out to be
     */
    record PastCall(
            IncomingCall call,
            Optional<Instant> endedAt,
            Duration answered,
            HangupSide side,
            CallOutcome outcome,
            Set<Conduct> conduct) {

        public PastCall {
            conduct = Set.copyOf(conduct);
        }
    }

    /**
     * A flag.
     *
     * @param undoneBy who took it back, empty if it stands or nobody knows
     */
    record PastFlag(Flag flag, String undoneBy) {}

    /**
     * A caller whom the site knows.
     *
     * @param until when that ends, empty if it does not
     */
    record Known(CallerNumber caller, KnownAs as, Instant since, Optional<Instant> until) {}
}

package dev.quell.screening.ending;

import dev.quell.blocklist.BlockList;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Verdict;
import dev.quell.history.CallerHistory;
import dev.quell.history.CallerProfile;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpens;
import dev.quell.traffic.Traffic;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the classifier once more when a call has ended: the caller's history as of the arrival, what goes on around the call as known now, and what was
 * heard in the call. The answer is for people and reports. It is no evidence about later calls, and no call waits for it longer than {@link #WAIT}.
 */
@Component
class Hindsight {

    /** How long the end of a call waits for it; a classification takes microseconds, reading the history from the disk milliseconds. */
    static final Duration WAIT = Duration.ofMillis(100);

    private final CallerHistory history;
    private final BlockList blockList;
    private final Traffic traffic;
    private final Classifier classifier;
    private final FailOpens failOpens;

    Hindsight(
            CallerHistory history,
            BlockList blockList,
            ObjectProvider<Traffic> traffic,
            Classifier classifier,
            FailOpens failOpens) {
        this.history = history;
        this.blockList = blockList;
        this.traffic = traffic.getIfAvailable(Traffic::noop);
        this.classifier = classifier;
        this.failOpens = failOpens;
    }

    /** The verdict as known at the end; empty for an unscreened call, and if it fails or is late. */
    Optional<Verdict> of(CallConcluded call) {
        return call.screened()
                .flatMap(
                        screened -> failOpens.orElse(
                                "hindsight",
                                () -> CompletableFuture.supplyAsync(
                                                () -> Optional.of(classify(call, screened)), Thread::startVirtualThread)
                                        .completeOnTimeout(Optional.empty(), WAIT.toMillis(), TimeUnit.MILLISECONDS)
                                        .join(),
                                Optional.empty(),
                                "the call's class as known at its end is missing; this is a fault in Quell, please report it with the lines below"));
    }

    private Verdict classify(CallConcluded call, CallScreened screened) {
        IncomingCall arrived = screened.call();
        Evidence evidence = Evidence.arriving(
                arrived,
                before(arrived),
                traffic.around(arrived),
                blockList.match(arrived.caller(), arrived.arrivedAt()),
                true);
        return classifier.classify(evidence.hearing(HeardInCall.of(call)));
    }

    /** What the caller had done before this call; the history has the call itself by now. */
    private CallerProfile before(IncomingCall call) {
        CallerProfile profile = history.of(call.caller(), call.arrivedAt());
        return new CallerProfile(
                profile.calls().stream()
                        .filter(past -> !past.id().equals(call.id()))
                        .toList(),
                profile.flags(),
                profile.known(),
                profile.asOf());
    }
}

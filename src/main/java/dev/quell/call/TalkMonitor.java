package dev.quell.call;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** The port to what is heard of callers while their calls live. Advisory: it may speak for a caller, and absence counts only if whole. */
public interface TalkMonitor {

    /** What was heard on a caller's channel since a moment, as of now; answers at once. */
    TalkReport since(CallId id, String channel, Instant since);

    /** From now on every sound on a caller's channel counts again, whatever was heard before; to be said before a dialogue. */
    void listenAgain(CallId id, String channel);

    /**
     * What was heard on a caller's channel in the whole call, after making sure that every event sent before this question has been read.
     * Completes within a second; if that cannot be made sure, with a report that is not whole. The call is forgotten afterwards.
     */
    CompletableFuture<TalkReport> conclude(CallId id, String channel);

    /** A monitor that never hears anything, for a site without a manager connection: no call is ever called silent. */
    static TalkMonitor noop() {
        return new TalkMonitor() {
            @Override
            public TalkReport since(CallId id, String channel, Instant since) {
                return TalkReport.UNKNOWN;
            }

            @Override
            public void listenAgain(CallId id, String channel) {}

            @Override
            public CompletableFuture<TalkReport> conclude(CallId id, String channel) {
                return CompletableFuture.completedFuture(TalkReport.UNKNOWN);
            }
        };
    }
}

package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.link.AsteriskLink;
import dev.quell.call.CallId;
import dev.quell.call.TalkMonitor;
import dev.quell.call.TalkReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Hears callers by the talk events of their Asterisk. A server that is not known, or does not answer in time, has heard nothing. */
final class AmiTalkMonitor implements TalkMonitor {

    private static final Duration WITHIN = Duration.ofMillis(900);

    private final AsteriskLinks links;

    AmiTalkMonitor(AsteriskLinks links) {
        this.links = links;
    }

    @Override
    public TalkReport since(CallId id, String channel, Instant since) {
        return links.find(id.server())
                .map(link -> link.book().since(id.linkedId(), channel, since))
                .orElse(TalkReport.UNKNOWN);
    }

    @Override
    public void listenAgain(CallId id, String channel) {
        links.find(id.server()).ifPresent(link -> link.book().listenAgain(id.linkedId(), channel));
    }

    @Override
    public CompletableFuture<TalkReport> conclude(CallId id, String channel) {
        Optional<AsteriskLink> link = links.find(id.server());
        return link.isEmpty()
                ? CompletableFuture.completedFuture(TalkReport.UNKNOWN)
                : conclude(link.get(), id.linkedId(), channel);
    }

    /**
     * The report is read on the thread that applies the events; what the caller does with it must not run there. While the connection is down nothing
     * more comes, and nobody waits for it.
     */
    private static CompletableFuture<TalkReport> conclude(AsteriskLink link, String linkedId, String channel) {
        if (link.connection().isEmpty()) {
            return CompletableFuture.completedFuture(link.book().conclude(linkedId, channel, false));
        }
        return link.canaries()
                .ask()
                .copy()
                .completeOnTimeout(false, WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(certain -> link.book().conclude(linkedId, channel, certain))
                .thenApplyAsync(Function.identity(), Thread::startVirtualThread);
    }
}

package dev.quell.asterisk.ami.link;

import dev.quell.asterisk.ami.book.CallBook;
import dev.quell.asterisk.ami.stream.AmiConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;

/**
 * The watchdog of one connection that is up: asks what is up at its begin and after each tear, then keeps pinging. A connection whose ping is not
 * answered in time is dead, whatever the library's state says.
 */
final class LinkWatch {

    private static final String MODULE = "IFMODULE(func_talkdetect.so)";

    private final AsteriskLink link;
    private final CallBook book;
    private final AmiConnection connection;
    private final LinkTiming timing;
    private final Clock clock;
    private Instant reconciledAt = Instant.MIN;

    LinkWatch(AsteriskLink link, AmiConnection connection, LinkTiming timing, Clock clock) {
        this.link = link;
        this.book = link.book();
        this.connection = connection;
        this.timing = timing;
        this.clock = clock;
    }

    /** Watches until the connection is lost, and says why; or until it is to stop. */
    String untilLost(CountDownLatch stopping) throws InterruptedException {
        while (stopping.getCount() > 0) {
            reconcileIfDue();
            Future<Boolean> canary = link.canaries().ask();
            if (!answered(connection.send(new PingAction()))) {
                return connection
                        .ended()
                        .getNow("no answer to a ping within "
                                + timing.patience().toMillis() + " ms");
            }
            link.troubled(trouble(returned(canary)));
            book.expire();
            Optional<String> end = endWithin();
            if (end.isPresent()) {
                return end.get();
            }
        }
        return "stopped";
    }

    private void reconcileIfDue() throws InterruptedException {
        Instant now = clock.instant();
        boolean due = reconciledAt.equals(Instant.MIN) || !now.isBefore(reconciledAt.plus(timing.reconcile()));
        if (book.takeReconcileWanted() || due) {
            reconciledAt = now;
            var _ = connection.send(new CoreShowChannelsAction());
            var _ = connection.send(new QueueStatusAction());
            book.talkDetection(!"0".equals(value(connection.send(new GetVarAction(MODULE)))));
        }
    }

    private Optional<String> trouble(boolean canaryReturned) {
        if (!book.talkDetection()) {
            return Optional.of(
                    "Asterisk has no talk detection, so no call is ever called silent. Load func_talkdetect.so.");
        }
        if (!canaryReturned) {
            return Optional.of(
                    "events of ours do not come back, so no call is ever called silent. In manager.conf the user needs"
                            + " read=call,agent,user and write=call,reporting,user, and no eventfilter.");
        }
        if (book.deaf()) {
            return Optional.of(
                    "not one of many calls in a row was heard to speak, so no further call is called silent until one is."
                            + " Check that no eventfilter in manager.conf keeps ChannelTalkingStart back.");
        }
        return Optional.empty();
    }

    private boolean answered(Future<ManagerResponse> response) throws InterruptedException {
        try {
            response.get(timing.patience().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private String value(Future<ManagerResponse> response) throws InterruptedException {
        if (!answered(response) || response.resultNow() instanceof ManagerError) {
            return "";
        }
        String value = response.resultNow().getAttribute("Value");
        return value == null ? "" : value.strip();
    }

    /** A shared canary may have to wait for the one before it. */
    private boolean returned(Future<Boolean> canary) throws InterruptedException {
        try {
            return canary.get(timing.patience().toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private Optional<String> endWithin() throws InterruptedException {
        try {
            return Optional.of(connection.ended().get(timing.watch().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of("reading failed: " + e.getCause());
        }
    }
}

package dev.quell.storage.journal;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.database.StorageException;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.memory.RecordListener;
import dev.quell.storage.memory.SharedCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal of calls: appended first, taken into the database later, found in either. A listener is told what is durable. */
public final class JournaledCalls implements CallJournal {

    private static final Logger log = LoggerFactory.getLogger(JournaledCalls.class);

    private final Journal journal;
    private final RecentCalls recent;
    private final JdbcCallJournal stored;
    private final SharedCalls shared;
    private final RecordListener listener;
    /** What follows a record's being durable; the journal's own thread does not wait for it. */
    private final Executor followers =
            command -> Thread.ofVirtual().name("quell-told").start(command);

    public JournaledCalls(Journal journal, JdbcCallJournal stored, SharedCalls shared, RecordListener listener) {
        this.journal = journal;
        this.recent = journal.recent();
        this.stored = stored;
        this.shared = shared;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Void> screened(CallScreened call) {
        try {
            journal.room().checkNotOver();
        } catch (StorageException e) {
            return CompletableFuture.failedFuture(e);
        }
        return append(call).done().thenRunAsync(() -> tell(call), followers);
    }

    /** The waiting thread itself tells the listener. A verdict that was not begun to be written in time never will be. */
    @Override
    public void write(CallScreened call, Duration patience)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            journal.room().enter();
        } catch (StorageException e) {
            throw new ExecutionException(e);
        }
        CallAppend append = append(call);
        try {
            journal.await(append, patience);
        } catch (TimeoutException | InterruptedException e) {
            giveUp(append, call);
            throw e;
        }
        tell(call);
    }

    private void tell(CallScreened call) {
        listener.screened(call);
        shared.screened(call);
    }

    private void giveUp(CallAppend append, CallScreened call) {
        if (append.withdraw()) {
            recent.drop(append);
        } else {
            followers.execute(() -> tellLater(append, call));
        }
    }

    private void tellLater(CallAppend append, CallScreened call) {
        try {
            append.done().join();
            tell(call);
        } catch (CompletionException e) {
            log.debug("The verdict about {} was not kept", call.call().id(), e);
        }
    }

    private CallAppend append(CallScreened call) {
        CallAppend append = CallAppend.of(call, recent);
        recent.note(append, call);
        journal.submit(append);
        return append;
    }

    @Override
    public CompletableFuture<Void> rehearse(CallScreened call) {
        CallAppend append = CallAppend.rehearsing(call, recent);
        journal.submit(append);
        return append.done();
    }

    @Override
    public CompletableFuture<Boolean> concluded(CallConcluded call) {
        try {
            journal.room().checkNotOver();
        } catch (StorageException e) {
            return CompletableFuture.failedFuture(e);
        }
        CallId id = call.ended().id();
        CallAppend end = CallAppend.of(call, recent);
        CallAppend before = recent.claim(end, call);
        if (before != null) {
            return before.done().thenApply(done -> false);
        }
        try {
            JdbcCallJournal.Known known = known(call);
            if (known.ended() || recent.hasEnded(id)) {
                recent.drop(end);
                end.done().complete(null);
                return CompletableFuture.completedFuture(false);
            }
            return conclude(call, end, known.verdict());
        } catch (RuntimeException e) {
            recent.drop(end);
            end.done().completeExceptionally(e);
            throw e;
        }
    }

    private JdbcCallJournal.Known known(CallConcluded call) {
        CallId id = call.ended().id();
        return recent.find(id)
                .map(CallScreened::token)
                .map(newest -> new JdbcCallJournal.Known(
                        true,
                        call.screened().map(CallScreened::token).orElse(newest).equals(newest),
                        recent.hasEnded(id)))
                .orElseGet(() -> stored.known(call));
    }

    /**
     * If the verdict whose token came with the end was not written here, the end brings it along: that of another instance perhaps, which Asterisk asked
     * because this one was late. It is the call's verdict, and none of this instance's may come between the two.
     */
    private CompletableFuture<Boolean> conclude(CallConcluded call, CallAppend end, boolean verdictWritten) {
        CompletableFuture<?> verdict = CompletableFuture.completedFuture(null);
        CallScreened brought = verdictWritten ? null : call.screened().orElse(null);
        if (brought == null) {
            journal.submit(end);
        } else {
            CallAppend append = CallAppend.of(brought, recent);
            recent.note(append, brought);
            verdict = append.done();
            journal.submit(append, end);
        }
        return end.done()
                .thenCombine(verdict, (done, also) -> call)
                .thenComposeAsync(this::isFirst, followers)
                .thenApply(first -> {
                    if (first) {
                        listener.concluded(call);
                    } else {
                        listener.stored(call.caller());
                    }
                    return first;
                });
    }

    /** Where nobody can say, it is. */
    private CompletableFuture<Boolean> isFirst(CallConcluded call) {
        return shared.ended(call).exceptionally(fault -> true);
    }

    @Override
    public Optional<CallScreened> find(CallId id) {
        Optional<CallScreened> known = recent.find(id);
        return known.isPresent()
                ? known.map(JdbcCallJournal::withoutToken)
                : stored.find(id).or(() -> shared.find(id));
    }

    @Override
    public boolean hasEnded(CallId id) {
        return recent.isEnding(id) || recent.hasEnded(id) || stored.hasEnded(id);
    }

    @Override
    public Optional<CallScreened> find(CallToken token) {
        Optional<CallScreened> known = recent.find(token);
        return known.isPresent() ? known : stored.find(token).or(() -> shared.find(token));
    }
}

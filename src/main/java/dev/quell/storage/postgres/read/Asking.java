package dev.quell.storage.postgres.read;

import dev.quell.share.Provenance;
import dev.quell.share.Provenance.Source;
import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.postgres.StoreWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the record of all instances within a limit, otherwise this instance's own, and notes which answered. After a failure the record is left alone for a while. */
final class Asking implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Asking.class);
    private static final Duration REST = Duration.ofSeconds(10);

    private final PostgresStore store;
    private final Duration patience;
    private final Clock clock;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Instant again = Instant.MIN;

    Asking(PostgresStore store, Duration patience, Clock clock) {
        this.store = store;
        this.patience = patience;
        this.clock = clock;
    }

    /** The answer of the record, or of the own one. */
    <T> T ask(Supplier<T> shared, Supplier<T> own) {
        if (reachable()) {
            try {
                T answer = within(shared);
                Provenance.note(Source.SHARED);
                return answer;
            } catch (ExecutionException | TimeoutException | CancellationException e) {
                rest(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Provenance.note(Source.LOCAL);
        return own.get();
    }

    private <T> T within(Supplier<T> shared) throws ExecutionException, TimeoutException, InterruptedException {
        Future<T> answer = askers.submit(shared::get);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    /** Whether the record is there and has not failed just now. */
    boolean reachable() {
        return store.isReady() && !clock.instant().isBefore(again);
    }

    /** It failed: others need not find that out again at once. */
    void rest(Exception failure) {
        again = clock.instant().plus(REST);
        log.warn(
                "PostgreSQL did not answer a question, this instance's own records do for the next {} s: {}",
                REST.toSeconds(),
                failure instanceof TimeoutException
                        ? "no answer within " + patience.toMillis() + " ms"
                        : StoreWords.of(failure));
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}

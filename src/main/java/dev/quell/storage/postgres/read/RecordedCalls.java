package dev.quell.storage.postgres.read;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.JdbcLivingCalls;
import dev.quell.storage.memory.SharedCalls;
import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.share.InstanceKeeper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Living calls of other instances, looked up in the record: there as soon as they are shipped. Telling is the shipper's; only which instance told an end first
 * is agreed on at once. Where the record does not answer at once, a call is not found and an end counts as the first.
 */
public final class RecordedCalls implements SharedCalls, AutoCloseable {

    /** How long an end or a dialogue waits to learn which call it belongs to. */
    private static final Duration FOUND_WITHIN = Duration.ofMillis(200);

    private static final Duration FIRST_WITHIN = Duration.ofMillis(50);

    /** Longer than any call lasts. */
    public static final Duration LIVING = Duration.ofHours(26);

    private final JdbcLivingCalls calls;
    private final FirstEnds ends;
    private final InstanceKeeper keeper;
    private final Clock clock;
    private final QuickAsking asking;

    public RecordedCalls(PostgresStore store, InstanceKeeper keeper, Clock clock, MeterRegistry meters) {
        this.calls = new JdbcLivingCalls(store.database().reader());
        this.ends = new FirstEnds(store);
        this.keeper = keeper;
        this.clock = clock;
        this.asking = new QuickAsking(store::isReady, meters);
    }

    @Override
    public void screened(CallScreened call) {
        // The shipper tells it, from this instance's own record.
    }

    @Override
    public CompletableFuture<Boolean> ended(CallConcluded call) {
        long self = keeper.number();
        return self == 0
                ? CompletableFuture.completedFuture(true)
                : asking.ask(() -> ends.tell(call.ended().id(), self, from()), FIRST_WITHIN)
                        .exceptionally(fault -> true);
    }

    @Override
    public Optional<CallScreened> find(CallToken token) {
        return found(() -> calls.find(token, from()));
    }

    @Override
    public Optional<CallScreened> find(CallId id) {
        return found(() -> calls.find(id, from()));
    }

    private Optional<CallScreened> found(Supplier<Optional<CallScreened>> question) {
        return asking.ask(question, FOUND_WITHIN)
                .exceptionally(fault -> Optional.empty())
                .join();
    }

    private Instant from() {
        return clock.instant().minus(LIVING);
    }

    @Override
    public void close() {
        asking.close();
    }
}

package dev.quell.storage.postgres;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.JdbcCallJournal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A journal whose calls go the way they go in the shared mode: into an instance's own database first, then into the record; found there. */
public final class ShippedJournal implements CallJournal, AutoCloseable {

    private final Node node;
    private final JdbcCallJournal own;
    private final JdbcCallJournal record;
    private final ExecutorService telling = Executors.newSingleThreadExecutor();

    public ShippedJournal(Node node) {
        this.node = node;
        this.own = new JdbcCallJournal(node.own());
        this.record = new JdbcCallJournal(node.record());
    }

    @Override
    public CompletableFuture<Void> screened(CallScreened call) {
        return own.screened(call).thenRunAsync(node::tells, telling);
    }

    @Override
    public CompletableFuture<Void> rehearse(CallScreened call) {
        return own.rehearse(call).thenRunAsync(node::tells, telling);
    }

    @Override
    public CompletableFuture<Boolean> concluded(CallConcluded call) {
        return own.concluded(call)
                .thenApplyAsync(
                        first -> {
                            node.tells();
                            return first;
                        },
                        telling);
    }

    @Override
    public Optional<CallScreened> find(CallId id) {
        return record.find(id);
    }

    @Override
    public Optional<CallScreened> find(CallToken token) {
        return record.find(token);
    }

    @Override
    public void close() {
        telling.shutdown();
    }
}

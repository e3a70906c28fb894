package dev.quell.storage.memory.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/** A caller's record on its way from the stores, and the changes that were told meanwhile. */
final class Load {

    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private final List<UnaryOperator<byte[]>> changes = new ArrayList<>();

    /** Keeps a change until there is something to change; only under the part's lock. */
    void later(UnaryOperator<byte[]> change) {
        changes.add(change);
    }

    /** What was loaded with the changes; only under the part's lock. */
    byte[] changed(byte[] loaded) {
        byte[] record = loaded;
        for (UnaryOperator<byte[]> change : changes) {
            record = change.apply(record);
        }
        return record;
    }

    void answer(byte[] record) {
        answer.complete(record);
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    /** Waits for it; fails as the load failed. */
    byte[] await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}

package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallerNumber;
import dev.quell.storage.memory.filter.StoredCallers;
import dev.quell.storage.memory.filter.StoredPages;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StoredCallersJobTest {

    private static final CallerNumber STRANGER = new CallerNumber.E164("+8613800138009");

    private final StoredCallers callers = new StoredCallers();
    private final AtomicInteger read = new AtomicInteger();

    private final class Pages implements StoredPages {
        @Override
        public void callers(Consumer<String> each) {
            each.accept(Calls.CALLER.key());
            if (read.incrementAndGet() == 1) {
                throw new IllegalStateException("database away");
            }
        }

        @Override
        public void flagged(Consumer<String> each) {}
    }

    @Test
    void everybodyIsLookedForUntilTheDatabaseCouldBeRead() {
        StoredCallersJob job = new StoredCallersJob(callers, new Pages(), () -> true);
        job.start();
        await().until(() -> read.get() == 1);
        assertThat(callers.mayHaveCalls(STRANGER)).isTrue();

        job.start();
        await().until(() -> !callers.mayHaveCalls(STRANGER));

        assertThat(callers.mayHaveCalls(Calls.CALLER)).isTrue();
        job.destroy();
    }
}

package dev.quell.blocklist;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of the store into the index, by one thread; others may look how far it is. */
final class ListReading {

    private static final Logger LOG = LoggerFactory.getLogger(ListReading.class);
    private static final int BATCH = 1 << 15;
    private static final long TELL_NANOS = 1_000_000_000;

    private final ListStore store;
    private final ListIndex index;
    private final AtomicLong entries = new AtomicLong();
    private long odd;
    private long told = System.nanoTime();

    ListReading(ListStore store, ListIndex index) {
        this.store = store;
        this.index = index;
    }

    /** Reads the store to its end. Throws what the store throws; the index then goes on with what it had. */
    void read() {
        ListIndex.Filling filling = index.fill();
        List<Standing> batch = new ArrayList<>(BATCH);
        boolean whole = false;
        try {
            store.standing(index.believed(), entry -> {
                batch.add(entry);
                if (batch.size() == BATCH) {
                    take(batch, filling);
                }
            });
            take(batch, filling);
            whole = true;
        } finally {
            if (whole) {
                filling.done();
            } else {
                filling.failed();
            }
        }
        if (odd > 0) {
            LOG.warn(
                    "{} entries in the store have no possible pattern and count for nothing; look at list_entries",
                    odd);
        }
    }

    private void take(List<Standing> batch, ListIndex.Filling filling) {
        odd += filling.take(batch);
        entries.addAndGet(batch.size());
        batch.clear();
        long now = System.nanoTime();
        if (now - told > TELL_NANOS) {
            told = now;
            LOG.info("{} list entries read so far ...", entries);
        }
    }

    /** How many entries were read so far. */
    long entries() {
        return entries.get();
    }
}

package dev.quell.storage.share.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Brings the past into the outbox at a pace, as long as the destination keeps up, and tells in the log how far it is. */
final class PastTeller {

    private static final Logger log = LoggerFactory.getLogger(PastTeller.class);
    private static final long PROGRESS = 100_000;

    private final Past past;
    private final ObjectProvider<SqliteOutbox> outbox;
    private final int portion;
    private final int mostWaiting;
    private final Map<String, Long> told = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    PastTeller(Past past, ObjectProvider<SqliteOutbox> outbox, int rowsPerSecond, Duration every) {
        this.past = past;
        this.outbox = outbox;
        this.portion = (int) Math.max(1, rowsPerSecond * every.toMillis() / 1000);
        this.mostWaiting = rowsPerSecond;
    }

    /** One portion for a destination that lacks something and has taken what came before. */
    void tell(String destination) {
        if (!past.lacks(destination)) {
            if (told.containsKey(destination) && done.add(destination)) {
                log.info("The past is told to {}: {} rows", destination, told.get(destination));
            }
            return;
        }
        done.remove(destination);
        if (outbox.getObject().lag(destination).rows() > mostWaiting) {
            return;
        }
        past.bring(destination, portion).ifPresent(brought -> count(destination, brought));
    }

    private void count(String destination, Past.Brought brought) {
        long before = told.getOrDefault(destination, 0L);
        long now = before + brought.rows();
        told.put(destination, now);
        if (before / PROGRESS != now / PROGRESS) {
            log.info(
                    "The past is being told to {}: {} rows so far, now those of kind {}",
                    destination,
                    now,
                    brought.kind());
        }
    }
}

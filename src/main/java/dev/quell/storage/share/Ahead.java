package dev.quell.storage.share;

import dev.quell.storage.share.Outbox.Waiting;
import java.util.List;

/**
 * What binds goes ahead of the calls that wait before it, as these may be many after an outage. It is told again in its turn, which changes nothing. For one
 * thread.
 */
public final class Ahead {

    private static final int MOST = 500;

    private final Outbox outbox;
    private final String destination;
    private long told;
    private long looked;

    public Ahead(Outbox outbox, String destination) {
        this.outbox = outbox;
        this.destination = destination;
    }

    /**
     * The small rows that wait beyond a batch and did not go ahead yet, oldest first; a few hundred at most.
     *
     * @param batch what is told in its turn next
     */
    public List<Waiting> beyond(List<Waiting> batch) {
        long last = outbox.lastPlace();
        long from = Math.max(told, batch.isEmpty() ? last : batch.getLast().place());
        List<Waiting> rows = from >= last ? List.of() : outbox.small(destination, from, MOST);
        looked = rows.isEmpty() ? last : rows.getLast().place();
        return rows;
    }

    /** Those were told, and do not go ahead once more. */
    public void told() {
        told = looked;
    }
}

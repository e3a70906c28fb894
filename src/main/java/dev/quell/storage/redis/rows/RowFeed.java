package dev.quell.storage.redis.rows;

import dev.quell.storage.redis.link.PatientConnection;
import dev.quell.storage.redis.link.Reading;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Rounds;
import dev.quell.storage.redis.link.StateFile;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.Replica;
import dev.quell.storage.share.SharedRow;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the small rows that other instances changed, as they change them. It goes on from where it was, also after a restart; where that is not known in
 * Redis any more, all rows are read.
 */
public final class RowFeed implements Consumer<Reading>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RowFeed.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final String EPOCH = "rows-epoch";
    private static final String PLACE = "rows-place";
    /** How many kinds the version knew that read them last: one that knew fewer passed the others over. */
    private static final String KINDS = "rows-kinds";

    private static final String KNOWN = Integer.toString(Kind.values().length);

    private final RedisLink link;
    private final PatientConnection connection;
    private final Changes changes;
    private final Replica replica;
    private final StateFile state;
    private final LongSupplier self;
    private volatile String epoch = "";
    private volatile boolean unsure = true;
    private @Nullable Rounds rounds;

    /** @param self this instance's number: it has its own changes already */
    public RowFeed(RedisLink link, Replica replica, StateFile state, LongSupplier self) {
        this.link = link;
        this.connection = new PatientConnection(link);
        this.changes = new Changes(connection);
        this.replica = replica;
        this.state = state;
        this.self = self;
    }

    /** Begins, in the background. */
    public void start() {
        rounds = new Rounds("quell-redis-rows", PAUSE, this::run);
    }

    @Override
    public void accept(Reading reading) {
        if (reading.back()) {
            unsure = true;
        }
        epoch = reading.epoch();
    }

    private void run() {
        while (!link.away() && !epoch.isEmpty()) {
            if (unsure || !epoch.equals(state.get(EPOCH))) {
                unsure = false;
                makeSure(epoch);
            }
            Changes.Heard heard = changes.after(place(), WAIT);
            take(heard.rows());
            state.put(PLACE, heard.place());
        }
    }

    private String place() {
        String place = state.get(PLACE);
        return place.isEmpty() ? Changes.START : place;
    }

    private void makeSure(String now) {
        try {
            if (!now.equals(state.get(EPOCH)) || !KNOWN.equals(state.get(KINDS)) || changes.trimmedAfter(place())) {
                String newest = changes.newest();
                LOG.info("All flags, list entries and known callers that other instances know are read from Redis");
                changes.present(this::take);
                state.put(PLACE, newest);
                state.put(EPOCH, now);
                state.put(KINDS, KNOWN);
            }
        } catch (RuntimeException e) {
            unsure = true;
            throw e;
        }
    }

    private void take(List<SharedRow> rows) {
        long own = self.getAsLong();
        List<SharedRow> others =
                rows.stream().filter(row -> own == 0 || row.instance() != own).toList();
        if (!others.isEmpty()) {
            replica.take(others);
        }
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.close();
        }
        connection.close();
    }
}

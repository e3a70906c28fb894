package dev.quell.storage.redis.rows;

import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Script;
import dev.quell.storage.share.SharedRow;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Tells Redis of small rows that changed here. */
public final class RowTeller {

    /** About how many changes wait there for instances that are away for a while; who was away for longer reads all rows. */
    private static final int CHANGES = 100_000;

    private static final Duration KEPT = Duration.ofDays(400);
    private static final Script ROW = Script.of("row", ScriptOutputType.INTEGER);
    private static final String[] KEYS = {Keys.ROWS, Keys.PRESENT};

    private final RedisLink link;

    public RowTeller(RedisLink link) {
        this.link = link;
    }

    /** Tells of a row as it is now. One that is gone is kept no longer; others keep it as long as their settings say. */
    public CompletableFuture<Long> tell(SharedRow row) {
        byte[] name = RowText.name(row);
        if (row.columns().isEmpty()) {
            return link.tell(redis -> redis.eval(
                    "return redis.call('HDEL', KEYS[1], ARGV[1])",
                    ScriptOutputType.INTEGER,
                    new String[] {Keys.PRESENT},
                    name));
        }
        byte[] text = RowText.write(row);
        return link.tell(
                redis -> ROW.run(redis, KEYS, name, RowText.rank(row), text, row.instance(), CHANGES, KEPT.toMillis()));
    }
}

package dev.quell.storage.evidence;

import dev.quell.storage.jdbc.HeldRows;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Up to which block the chain was thinned out, in the table {@code chain_thinning}: other holds, or a month, and it is looked through again from its beginning.
 * What stands there only saves work.
 */
final class ThinnedSoFar {

    private static final long MONTH = Duration.ofDays(30).toMillis();

    private final SqliteDatabase database;

    ThinnedSoFar(SqliteDatabase database) {
        this.database = database;
    }

    private record Looked(String holds, long number, long begun) {
        boolean holds(String standing, long now) {
            return holds.equals(standing) && begun <= now && now - begun < MONTH;
        }
    }

    /** Behind which block to go on. */
    long begin(List<Long> standing, long now) {
        String holds = HeldRows.json(standing);
        Optional<Looked> last = database.reader()
                .sql("select holds, looked, begun from chain_thinning"
                        + " where looked <= (select coalesce(max(number), 0) from chain_blocks)")
                .query((row, number) -> new Looked(row.getString("holds"), row.getLong("looked"), row.getLong("begun")))
                .optional()
                .filter(looked -> looked.holds(holds, now));
        if (last.isPresent()) {
            return last.get().number();
        }
        database.writeNow(connection -> connection
                .sql("insert or replace into chain_thinning (one, holds, looked, begun) values (1, :holds, 0, :now)")
                .param("holds", holds)
                .param("now", now)
                .update());
        return 0;
    }

    /** All blocks up to one were looked at. */
    void looked(long number) {
        database.writeNow(connection -> connection
                .sql("update chain_thinning set looked = :number where looked < :number")
                .param("number", number)
                .update());
    }
}

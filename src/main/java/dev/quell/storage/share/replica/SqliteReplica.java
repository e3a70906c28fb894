package dev.quell.storage.share.replica;

import dev.quell.storage.database.Database;
import dev.quell.storage.database.StorageException;
import dev.quell.storage.share.Replica;
import dev.quell.storage.share.RowsTaken;
import dev.quell.storage.share.SharedRow;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes rows into the embedded database, a few hundred a transaction, and says which changed something. */
public final class SqliteReplica implements Replica {

    private static final Logger log = LoggerFactory.getLogger(SqliteReplica.class);
    private static final int BATCH = 250;

    private final Database database;
    private final Consumer<RowsTaken> told;
    private final Map<String, Set<String>> tables;

    /** @param told hears of what changed, after it is durable */
    public SqliteReplica(Database database, Consumer<RowsTaken> told) {
        this.database = database;
        this.told = told;
        this.tables = Arrays.stream(TakenTable.values())
                .map(TakenTable::table)
                .collect(Collectors.toMap(Function.identity(), table -> columns(database.reader(), table)));
    }

    private static Set<String> columns(JdbcClient reader, String table) {
        return Set.copyOf(reader.sql("select name from pragma_table_info(:table)")
                .param("table", table)
                .query((row, number) -> row.getString("name"))
                .list());
    }

    @Override
    public void take(List<SharedRow> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<SharedRow> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            takeWhole(batch.stream().filter(RowCheck::isKnown).toList());
        }
    }

    /** If a row is to blame for a failure, it is found by taking them one by one, and passed over; whatever else it is, it is tried again. */
    private void takeWhole(List<SharedRow> batch) {
        try {
            List<SharedRow> changed = database.writeNow(connection -> take(connection, batch));
            if (!changed.isEmpty()) {
                tell(changed);
            }
        } catch (StorageException e) {
            if (!SqliteDatabase.isRefused(e)) {
                throw e;
            }
            if (batch.size() > 1) {
                batch.forEach(row -> takeWhole(List.of(row)));
            } else {
                log.error(
                        "A {} of another instance was refused by the database and is passed over",
                        batch.getFirst().kind(),
                        e);
            }
        }
    }

    /** They are durable: whoever hears of them may fail, and they are not taken again for that. */
    private void tell(List<SharedRow> changed) {
        try {
            told.accept(new RowsTaken(changed));
        } catch (RuntimeException e) {
            log.error("{} rows of other instances are kept and bind after the next start only", changed.size(), e);
        }
    }

    /** While the marker stands, the triggers are silent: what came from others is not told to them again. */
    private List<SharedRow> take(JdbcClient connection, List<SharedRow> rows) {
        connection.sql("insert into shared_taking (one) values (1)").update();
        Taking taking = new Taking(connection, tables);
        rows.forEach(taking::take);
        connection.sql("delete from shared_taking").update();
        return taking.changed();
    }
}

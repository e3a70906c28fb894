package dev.quell.storage.share.outbox;

import dev.quell.storage.database.Database;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import dev.quell.storage.share.SmallRows;
import java.util.List;

/** The shared rows in the embedded database, page by page. */
public final class SqliteSmallRows implements SmallRows {

    private final Database database;
    private final InstanceKeeper keeper;

    public SqliteSmallRows(Database database, InstanceKeeper keeper) {
        this.database = database;
        this.keeper = keeper;
    }

    @Override
    public List<SharedRow> page(Kind kind, String after, int limit) {
        if (kind == Kind.CALL) {
            throw new IllegalArgumentException("calls are too many to be paged over here");
        }
        return SharedTable.of(kind).page(database.reader(), after, limit, keeper.number());
    }
}

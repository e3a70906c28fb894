package dev.quell.storage.share.replica;

import dev.quell.storage.share.SharedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes rows in on the writer's connection, by the rules that hold in every store, and notes which of them changed something. */
final class Taking {

    /** How many ids an instance may give. */
    private static final long SPAN = 1_000_000_000L;

    private final JdbcClient connection;
    private final Map<String, Set<String>> tables;
    private final List<SharedRow> changed = new ArrayList<>();

    /** @param tables the columns that this instance's tables have: a newer instance may tell more */
    Taking(JdbcClient connection, Map<String, Set<String>> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** The rows that changed something, as they are now; a deleted entry as one that ended when it began. */
    List<SharedRow> changed() {
        return changed;
    }

    void take(SharedRow row) {
        boolean gone = row.columns().isEmpty();
        switch (row.kind()) {
            case CALL -> throw new IllegalArgumentException("calls stay with the instance that had them");
            case FLAG -> {
                if (!gone) {
                    flag(row);
                }
            }
            case ENTRY -> {
                if (gone) {
                    delete(row);
                } else {
                    entry(row);
                }
            }
            case KNOWN, VERSION, ACCOUNT, TOKEN, AUDIT, REVIEW, PROPOSAL, RULES, RULE_PROPOSAL -> {
                if (!gone) {
                    upsert(row, TakenTable.of(row.kind()));
                }
            }
        }
    }

    /** Of two entries with one mark, made by two instances for one reason, the lower id stays. */
    private void entry(SharedRow row) {
        long id = Long.parseLong(row.ref());
        Optional<Long> twin = twin(row);
        if (twin.isPresent() && twin.get() < id) {
            return;
        }
        twin.map(other -> new SharedRow(row.kind(), other.toString(), row.instance(), Map.of()))
                .ifPresent(this::delete);
        upsert(row, TakenTable.ENTRY);
    }

    private Optional<Long> twin(SharedRow row) {
        @Nullable Object mark = row.columns().get("mark");
        return mark == null
                ? Optional.empty()
                : connection
                        .sql("select id from list_entries where mark = :mark and id <> :id")
                        .param("mark", mark)
                        .param("id", Long.parseLong(row.ref()))
                        .query(Long.class)
                        .optional();
    }

    private void delete(SharedRow row) {
        long id = Long.parseLong(row.ref());
        now(row, TakenTable.ENTRY).ifPresent(last -> {
            connection
                    .sql("delete from list_entries where id = :id")
                    .param("id", id)
                    .update();
            Map<String, @Nullable Object> columns = new LinkedHashMap<>(last.columns());
            columns.put("removed_at", columns.get("created_at"));
            changed.add(new SharedRow(row.kind(), row.ref(), row.instance(), columns));
        });
    }

    /**
     * An agent has one standing flag a call: of two made on two instances the lower id stands, the other counts as withdrawn by the agent. Of two made on one
     * instance the agent took the lower one back before making the other.
     */
    private void flag(SharedRow row) {
        long id = Long.parseLong(row.ref());
        Optional<Long> twin = row.columns().get("undone_at") != null ? Optional.empty() : standing(row, id);
        if (twin.isPresent() && givesWay(id, twin.get())) {
            Map<String, @Nullable Object> columns = new LinkedHashMap<>(row.columns());
            columns.put("undone_at", columns.get("at"));
            columns.put("undone_by", columns.get("agent"));
            upsert(new SharedRow(row.kind(), row.ref(), row.instance(), columns), TakenTable.FLAG);
            return;
        }
        twin.ifPresent(this::withdraw);
        upsert(row, TakenTable.FLAG);
    }

    private static boolean givesWay(long id, long twin) {
        return id / SPAN == twin / SPAN ? id < twin : id > twin;
    }

    private Optional<Long> standing(SharedRow row, long id) {
        return connection
                .sql("""
                        select id from flags where call_id = :call and agent = :agent and undone_at is null and id <> :id
                            and not exists (select 1 from flags where id = :id and undone_at is not null)""")
                .param("call", row.columns().get("call_id"))
                .param("agent", row.columns().get("agent"))
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    private void withdraw(long id) {
        connection
                .sql("update flags set undone_at = at, undone_by = agent where id = :id")
                .param("id", id)
                .update();
    }

    private void upsert(SharedRow row, TakenTable table) {
        Set<String> own = tables.getOrDefault(table.table(), Set.of());
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(row.columns());
        columns.keySet().retainAll(own);
        String values = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        int rows = connection
                .sql("insert into " + table.table() + " (" + String.join(", ", columns.keySet()) + ") values (" + values
                        + ") on conflict " + table.otherwise())
                .params(columns)
                .update();
        if (rows > 0) {
            now(row, table).ifPresent(changed::add);
        }
    }

    private Optional<SharedRow> now(SharedRow row, TakenTable table) {
        return connection
                .sql("select * from " + table.table() + " where " + table.key() + " = :ref")
                .param("ref", table.numbered() ? (Object) Long.parseLong(row.ref()) : row.ref())
                .query()
                .listOfRows()
                .stream()
                .map(columns -> new SharedRow(row.kind(), row.ref(), row.instance(), columns))
                .findFirst();
    }
}

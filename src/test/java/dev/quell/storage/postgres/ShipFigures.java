package dev.quell.storage.postgres;

import dev.quell.call.CallOutcome;
import dev.quell.storage.Calls;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.share.Destinations;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Prints what sharing costs: {@code rows=… insert_us=… insert_with_outbox_us=… ratio=… told_per_s=… told_again_per_s=…}. Argument: how many rows. */
public final class ShipFigures {

    private static final int BATCH = 1_000;

    private ShipFigures() {}

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path directory = Files.createTempDirectory("quell-ship");
        try (PostgresServer server = PostgresServer.start("shared_buffers=256MB", "max_wal_size=4GB");
                Node node = new Node("a", directory, server, server.newDatabase())) {
            JdbcCallJournal journal = new JdbcCallJournal(node.own());
            journal.concluded(Calls.concluded(Calls.screened(1), CallOutcome.SILENT))
                    .join();
            insert(node.own(), 0, rows / 4);
            long plain = insert(node.own(), rows, rows);
            node.shares();
            node.own()
                    .writeNow(connection ->
                            connection.sql("delete from shared_past").update());
            long noted = insert(node.own(), 2 * rows, rows);
            long told = tell(node);
            node.own()
                    .writeNow(connection -> connection
                            .sql(
                                    "insert into outbox (kind, ref, at) select 'CALL', seq, 0 from calls order by seq desc limit "
                                            + rows)
                            .update());
            long again = tell(node);
            System.out.printf(
                    "rows=%d insert_us=%.1f insert_with_outbox_us=%.1f ratio=%.2f told_per_s=%d told_again_per_s=%d in_record=%d%n",
                    rows,
                    plain / 1e3 / rows,
                    noted / 1e3 / rows,
                    (double) noted / plain,
                    rows * 1_000_000_000L / told,
                    rows * 1_000_000_000L / again,
                    node.record()
                            .reader()
                            .sql("select count(*) from calls")
                            .query(Long.class)
                            .single());
        }
    }

    private static long tell(Node node) {
        long from = System.nanoTime();
        do {
            node.tells();
        } while (node.outbox.lag(Destinations.POSTGRES).rows() > 0);
        return System.nanoTime() - from;
    }

    /** Copies the first call; nanoseconds. */
    private static long insert(Database own, int first, int rows) {
        String columns = own
                .reader()
                .sql(
                        "select name from pragma_table_info('calls') where name not in ('seq', 'id', 'arrived_at', 'token_hash', 'case_number')")
                .query((row, number) -> row.getString("name"))
                .list()
                .stream()
                .collect(Collectors.joining(", "));
        long from = System.nanoTime();
        for (int done = 0; done < rows; done += BATCH) {
            int begin = first + done;
            own.writeNow(connection -> connection
                    .sql("with recursive n(i) as (select " + (begin + 10) + " union all select i + 1 from n where i < "
                            + (begin + 9 + BATCH) + ") insert into calls (id, arrived_at, token_hash, case_number, "
                            + columns
                            + ") select 'pbx:1763800000.' || i, arrived_at + i, hex(i * 2654435761 % 4294967296), i, "
                            + columns
                            + " from n, (select * from calls where seq = 1)")
                    .update());
        }
        return System.nanoTime() - from;
    }
}

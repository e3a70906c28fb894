package dev.quell.storage.counters;

import dev.quell.call.CallOutcome;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;

/** Writes verdicts and ends of one moment without end, and adds to the counters before and after it; says each number that is durable. To be killed. */
final class CountingProcess {

    private CountingProcess() {}

    static void main(String[] args) {
        SqliteDatabase database = SqliteDatabase.open(Path.of(args[0]), new SimpleMeterRegistry());
        JdbcCallJournal journal = new JdbcCallJournal(database);
        Folding folding = new Folding(database);
        database.writeNow(connection ->
                connection.sql("update counter_fill set since = 0, until = 0").update());
        for (int n = Integer.parseInt(args[1]); ; n++) {
            CallScreened call = Calls.screened(n);
            journal.screened(call).join();
            journal.concluded(Calls.concluded(call, CallOutcome.SILENT)).join();
            if (n % 7 == 0) {
                folding.fold();
                folding.advance(Calls.NOW.plusMillis(n));
            }
            System.out.println(n);
        }
    }
}

package dev.quell.storage.sqlite;

import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** A process that writes verdicts until it is killed, and says the number of each on a line of its own once it is acknowledged. */
final class VerdictWriter {

    private VerdictWriter() {}

    static void main(String[] args) throws InterruptedException {
        JdbcCallJournal journal = new JdbcCallJournal(SqliteDatabase.open(Path.of(args[0]), new SimpleMeterRegistry()));
        PrintStream out = System.out;
        Semaphore underWay = new Semaphore(64);
        for (int n = Integer.parseInt(args[1]); ; n++) {
            int number = n;
            underWay.acquire();
            journal.screened(Calls.screened(number)).thenRun(() -> {
                synchronized (out) {
                    out.println(number);
                    out.flush();
                }
                underWay.release();
            });
        }
    }
}

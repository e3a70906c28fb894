package dev.quell.storage.postgres;

import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.reports.ReportBookContract;
import dev.quell.storage.jdbc.reports.TreatedCallsContract;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Reports in the record of all instances. */
@NeedsPostgres
class RecordReportsTest {

    @TempDir
    Path directory;

    private Node node;

    private Database record() {
        if (node == null) {
            PostgresServer server = PostgresServer.shared();
            node = new Node("a", directory.resolve("a"), server, server.newDatabase()).shares();
        }
        return node.store.database();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Nested
    class Treated extends TreatedCallsContract {
        @Override
        protected Database database() {
            return record();
        }
    }

    @Nested
    class Book extends ReportBookContract {
        @Override
        protected Database database() {
            return record();
        }
    }
}

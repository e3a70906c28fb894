package dev.quell.storage.look;

import dev.quell.storage.sqlite.DatabaseFiles;
import dev.quell.storage.sqlite.SqliteReader;
import java.io.File;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service's own database as it is now.
 *
 * @param version of its tables
 * @param bytes the file's size
 * @param trouble what SQLite found wrong in it; empty if nothing, or if it is too large to be read through
 * @param readThrough whether all of it was read
 */
public record DatabaseLook(int version, long bytes, String trouble, boolean readThrough) {

    private static final long READ_UP_TO = 2L << 30;

    /**
     * Looks.
     *
     * @throws RuntimeException with a sentence that says what to do
     */
    public static DatabaseLook at(Path dataDirectory) {
        try (SqliteReader reader = SqliteReader.open(dataDirectory)) {
            File file = dataDirectory.resolve(DatabaseFiles.NAME).toFile();
            boolean through = file.length() <= READ_UP_TO;
            return new DatabaseLook(
                    DatabaseFiles.VERSION, file.length(), through ? trouble(reader.reader()) : "", through);
        }
    }

    private static String trouble(JdbcClient reader) {
        String answer = reader.sql("pragma quick_check(1)").query(String.class).list().stream()
                .findFirst()
                .orElse("no answer");
        return answer.equals("ok") ? "" : answer;
    }
}

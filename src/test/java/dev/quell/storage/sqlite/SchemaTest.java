package dev.quell.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    Path directory;

    @Test
    void presentVersionIsThatOfTheLastMigration() {
        MigrationInfo[] all =
                new Schema(directory.resolve("quell.db")).flyway().info().all();

        assertThat(all[all.length - 1].getVersion().getVersion()).isEqualTo(Integer.toString(Schema.VERSION));
    }

    /** What is of the present version must open on a disk that is full. */
    @Test
    void aDatabaseOfThePresentVersionIsNotWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("quell.db"));
        new Schema(file).migrate();
        byte[] before = Files.readAllBytes(file);

        new Schema(file).migrate();

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}

package dev.quell.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class SchemaTest {

    @TempDir
    Path directory;

    @Test
    void presentVersionIsThatOfTheLastMigration() {
        MigrationInfo[] all =
                new Schema(directory.resolve("quell.db")).flyway().info().all();

        assertThat(all[all.length - 1].getVersion().getVersion()).isEqualTo(Integer.toString(Schema.VERSION));
    }

    /** A number that comes into a gap later would keep each database from opening that has seen a higher one: these two never come. */
    @ParameterizedTest
    @CsvSource({"sqlite, 11", "postgresql, 7"})
    void theNumbersOfMigrationsHaveNoGapButOne(String database, int never) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (Resource each : new PathMatchingResourcePatternResolver()
                .getResources("classpath:db/migration/" + database + "/V*__*.sql")) {
            String name = Objects.requireNonNull(each.getFilename());
            numbers.add(Integer.parseInt(name.substring(1, name.indexOf("__"))));
        }
        List<Integer> wanted = IntStream.rangeClosed(1, Collections.max(numbers))
                .filter(number -> number != never)
                .boxed()
                .toList();

        assertThat(numbers).containsExactlyInAnyOrderElementsOf(wanted);
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

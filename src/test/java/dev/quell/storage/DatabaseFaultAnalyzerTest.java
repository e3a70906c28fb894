package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quell.storage.sqlite.DatabaseFault;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class DatabaseFaultAnalyzerTest {

    @TempDir
    Path directory;

    @Test
    void startThatFailsOnTheDatabaseShowsTheSentence() throws Exception {
        Files.writeString(directory.resolve("quell.db"), "Dear diary, today I was a text file and no database.");
        DatabaseFault fault = catchThrowableOfType(
                DatabaseFault.class, () -> SqliteDatabase.open(directory, new SimpleMeterRegistry()));

        FailureAnalysis analysis =
                new DatabaseFaultAnalyzer().analyze(new BeanCreationException("database", "failed", fault));

        assertThat(analysis.getDescription()).isEqualTo(fault.getMessage()).contains("is not a database of Quell");
    }

    @Test
    void analyzerIsRegistered() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, FailureHandler.handleMessage((why, cause) -> {})))
                .hasAtLeastOneElementOfType(DatabaseFaultAnalyzer.class);
    }
}

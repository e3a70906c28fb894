package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.blocklist.ListStore;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallSettings;
import dev.quell.calllog.CallLog;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.flag.FlagStore;
import dev.quell.history.CallerHistory;
import dev.quell.history.PastCall;
import dev.quell.known.KnownCallerSettings;
import dev.quell.known.KnownCallerStore;
import dev.quell.known.KnownCallers;
import dev.quell.report.SourceFacts;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.journal.Journal;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.testing.ShippedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores as Spring puts them together. */
class StorageTests {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({StorageSettings.class, DataSettings.class})
    @Import({StorageConfiguration.class, StorageHealth.class, RetentionJob.class, RetentionState.class, ClockWatch.class
    })
    static class Wiring {}

    @TempDir
    Path directory;

    private ApplicationContextRunner storage() {
        return new ApplicationContextRunner()
                .withInitializer(context ->
                        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
                .withBean(SimpleMeterRegistry.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(CallSettings.class, () -> ShippedSettings.of("quell.call", CallSettings.class))
                .withBean(
                        KnownCallerSettings.class,
                        () -> ShippedSettings.of("quell.known-callers", KnownCallerSettings.class))
                .withBean(KnownCallers.class)
                .withBean(EvidenceKeys.class, () -> new EvidenceKeys(directory.resolve("evidence-key")))
                .withUserConfiguration(Wiring.class)
                .withPropertyValues("quell.data-directory=" + directory.resolve("made"), "quell.flag.spacing=7d");
    }

    @Test
    void everyPortHasItsStore() {
        storage().run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(CallJournal.class)
                    .hasSingleBean(CallLog.class)
                    .hasSingleBean(CallerHistory.class)
                    .hasSingleBean(ListStore.class)
                    .hasSingleBean(FlagStore.class)
                    .hasSingleBean(KnownCallerStore.class)
                    .hasSingleBean(SourceFacts.class);
            assertThat(context.getBean(StorageHealth.class).health().getStatus())
                    .isEqualTo(Status.UP);
        });
    }

    @Test
    void historyKnowsWhatTheJournalHasWritten() {
        storage().run(context -> {
            CallerHistory history = context.getBean(CallerHistory.class);
            CallJournal journal = context.getBean(CallJournal.class);
            assertThat(history.of(Calls.CALLER, Calls.NOW).calls()).isEmpty();
            CallScreened screened = Calls.screened(1);

            journal.screened(screened).join();
            journal.concluded(Calls.concluded(screened, CallOutcome.SILENT)).join();

            assertThat(history.of(Calls.CALLER, Calls.NOW).calls())
                    .extracting(PastCall::outcome)
                    .containsExactly(CallOutcome.SILENT);
        });
    }

    @Test
    void verdictsGoOnWhileTheDatabaseIsFullAndHealthSaysSo() {
        storage().run(context -> {
            SqliteDatabase database = context.getBean(SqliteDatabase.class);
            StorageHealth health = context.getBean(StorageHealth.class);
            int pages = pages(database, "page_count");
            pages(database, "max_page_count = " + pages);
            CallJournal journal = context.getBean(CallJournal.class);
            AtomicInteger next = new AtomicInteger();
            await().pollInterval(Duration.ofMillis(10)).until(() -> {
                for (int i = 0; i < 20; i++) {
                    journal.screened(Calls.screened(1 + next.getAndIncrement())).join();
                }
                return health.health().getStatus().equals(Status.DOWN);
            });

            assertThat(health.health().getDetails())
                    .containsEntry("fault", "the disk is full; make room, writing goes on by itself")
                    .doesNotContainKey("journal");

            pages(database, "max_page_count = " + pages * 1_000);
            await().until(() -> health.health().getStatus().equals(Status.UP));
            await().until(context.getBean(Journal.class)::settle);
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select count(*) from calls")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(next.get());
        });
    }

    private static int pages(SqliteDatabase database, String pragma) {
        return database.write(connection ->
                        connection.sql("pragma " + pragma).query(Integer.class).single())
                .join();
    }

    @Test
    void retentionThatIsTooShortIsRefused() {
        storage()
                .withPropertyValues("quell.storage.retention.calls=23h")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("quell.storage.retention.calls is 82800s; it must be 1d or more"));
        storage()
                .withPropertyValues("quell.storage.retention.calls=1d", "quell.storage.history-cache=4MB")
                .run(context -> assertThat(context).hasNotFailed());
        storage()
                .withPropertyValues("quell.storage.history-cache=4194303")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(
                                "quell.storage.history-cache is 4194303 bytes; it must be 4MB or more"));
    }
}

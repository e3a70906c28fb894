package dev.quell.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.Explainer;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Family;
import dev.quell.classifier.Language;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcPastCalls;
import dev.quell.storage.jdbc.JdbcVersions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database that the first version wrote is brought up to date in place, and all that it held can be read. */
class UpgradeTest {

    private static final CallId CALL = new CallId("pbx", "1763800000.12");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");
    private static final long ARRIVED = 1_763_800_000_000L;

    @TempDir
    Path directory;

    private SqliteDatabase database;

    @BeforeEach
    void openWhatTheFirstVersionWrote() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Path file = directory.resolve("quell.db");
        writeFirstVersion(file);
        database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static void writeFirstVersion(Path file) throws SQLException {
        Flyway.configure()
                .dataSource(Connections.migrating(file))
                .locations("classpath:db/migration/sqlite")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = Connections.writing(file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma application_id = " + 0x51554c4c);
            statement.execute("""
                    insert into calls (id, arrived_at, caller, line, trunk, channel, attestation, profile, action, class, probability, symbols, cause,
                        version, applied, applied_because, case_number, talk_threshold, key_to_queue, label, took_nanos, ended_at, way, answered,
                        side, outcome, outcome_because)
                    values ('pbx:1763800000.12', 1763800000000, '+8613800138000', '4001', 'carrier', 'PJSIP/carrier-1', 'B', 'STANDARD', 'LISTEN',
                        'SILENT', 0.15,
                        '[{"name":"SILENT_RATE","family":"OUTCOME","weight":1.53,"counted":1.53,"reason":"4 of 4 answered calls silent"}]',
                        'burst-listen', 'r1-9c0f2a41', 'LISTEN', 'enforce', '10492837', 128, 1, '', 900000, 1763800024000, 'LISTEN-RELEASE', 21000,
                        'OTHER', 'SILENT', 'listened to until release: packets came and no speech')""");
            statement.execute("""
                    insert into calls (id, arrived_at, caller, line, trunk, channel) values
                        ('pbx:1763800000.13', 1763800100000, '+8613800138000', '4001', 'carrier', 'PJSIP/carrier-2')""");
            statement.execute("""
                    insert into flags (call_id, caller, agent, reason, note, at, undone_at) values
                        ('pbx:1763800000.12', '+8613800138000', 'PJSIP/1001', 'ABUSE', '', 1763800010000, null),
                        ('pbx:1763800000.12', '+8613800138000', 'PJSIP/1002', 'ABUSE', '', 1763800011000, 1763800012000)""");
        }
    }

    @Test
    void fileIsOfThePresentVersion() {
        assertThat(database.reader()
                        .sql("select max(cast(version as integer)) from flyway_schema_history where success = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(Schema.VERSION);
    }

    /** A disk that fills up in the middle leaves the older version's database whole, and its copy; the room that the copy took is given first. */
    @Test
    void whereThereIsNoRoomTheDatabaseStaysAsItWas() throws Exception {
        Path file = Files.createDirectory(directory.resolve("full")).resolve("quell.db");
        writeFirstVersion(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setPragma(SQLiteConfig.Pragma.MAX_PAGE_COUNT, "35");
        SQLiteDataSource small = new SQLiteDataSource(config);
        small.setUrl("jdbc:sqlite:" + file);

        assertThatThrownBy(() -> new Schema(file, small).migrate())
                .isInstanceOfSatisfying(
                        DatabaseFault.class,
                        fault -> assertThat(fault.getExitCode()).isEqualTo(78))
                .hasMessageContaining("was not brought up to date");

        assertThat(file.resolveSibling("quell.db.v1")).doesNotExist();
        try (Connection connection = Connections.reading(file).getConnection()) {
            assertThat(new Schema(file).version(connection)).isEqualTo(1);
        }
        new Schema(file).migrate();
        try (Connection connection = Connections.reading(file).getConnection()) {
            assertThat(new Schema(file).version(connection)).isEqualTo(Schema.VERSION);
        }
        assertThat(file.resolveSibling("quell.db.v1")).exists();
    }

    @Test
    void otherFaultsMayGoByARestart() {
        assertThat(DatabaseFault.older(directory).getExitCode()).isEqualTo(1);
    }

    @Test
    void evidenceWithoutItsNumbersIsDescribed() {
        LoggedCall call = new JdbcCallLog(database.reader()).find(CALL).orElseThrow();

        assertThat(call.verdict().orElseThrow().symbols())
                .containsExactly(new Symbol("SILENT_RATE", Family.OUTCOME, 1.53, 1.53, Seen.NOT_KEPT));
        assertThat(new Explainer(new JdbcVersions(database.reader()), ZoneOffset.UTC)
                        .explain(call, Language.ENGLISH)
                        .lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("SILENT_RATE")
                        .doesNotContain(" 0 ")
                        .doesNotContain("-1"));
    }

    @Test
    void nothingIsKnownOfConductAndHindsight() {
        LoggedCall call = new JdbcCallLog(database.reader()).find(CALL).orElseThrow();

        assertThat(call.conduct()).isEmpty();
        assertThat(call.hindsight()).isEmpty();
        assertThat(call.outcome()).isEqualTo(CallOutcome.SILENT);
    }

    @Test
    void callerIsRemembered() {
        JdbcPastCalls past = new JdbcPastCalls(database.reader());

        assertThat(past.calls(CALLER, Instant.EPOCH))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.conduct()).isEmpty());
        assertThat(past.flags(CALLER, Instant.EPOCH)).hasSize(1);
        assertThat(new JdbcFlagStore(database).of(CALL)).hasSize(2);
    }

    @Test
    void verdictThatWaitsForItsEndIsReadBack() {
        assertThat(new JdbcCallJournal(database).find(CALL))
                .hasValueSatisfying(
                        call -> assertThat(call.call().arrivedAt()).isEqualTo(Instant.ofEpochMilli(ARRIVED)));
    }
}

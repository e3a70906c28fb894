package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.evidence.Hold;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.StorageSettings.Retention;
import dev.quell.storage.clock.ClockFile;
import dev.quell.storage.clock.Timekeeping;
import dev.quell.storage.evidence.ChainBeginning;
import dev.quell.storage.evidence.ChainKeeping;
import dev.quell.storage.evidence.JdbcHolds;
import dev.quell.storage.journal.Opened;
import dev.quell.testing.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.util.unit.DataSize;

/** What hinders retention, whom it hinders, and who is told. */
class RetentionJobTest {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Instant NOW = Instant.ofEpochMilli(Clock.systemUTC().millis());
    private static final Instant LATER = NOW.plus(Duration.ofDays(400));

    @TempDir
    Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RetentionState state = new RetentionState(meters);

    private EvidenceKeys keys() {
        return new EvidenceKeys(directory.resolve("evidence-key"));
    }

    private Opened opened() {
        Opened opened = Opened.in(directory);
        new ChainBeginning(opened.database(), keys(), Clock.systemUTC()).begin();
        opened.calls().screened(Calls.screened(1)).join();
        opened.settle();
        change(
                opened,
                "insert into audit (at, who, deed, subject, before, after, address) values (1, '', '', '', '', '', '')");
        return opened;
    }

    private void run(Opened opened, Instant now) {
        StorageSettings settings = new StorageSettings(
                new Retention(KEPT, KEPT, KEPT, KEPT), DataSize.ofMegabytes(4), DataSize.ofMegabytes(64));
        new RetentionJob(
                        opened.database(),
                        Optional.of(new ChainKeeping(opened.database(), keys())),
                        settings,
                        state,
                        () -> "",
                        Clock.fixed(now, ZoneOffset.UTC))
                .run();
    }

    private static void change(Opened opened, String sql) {
        opened.database().write(connection -> connection.sql(sql).update()).join();
    }

    private static long count(Opened opened, String table) {
        return opened.database()
                .reader()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static void flag(Opened opened) {
        change(
                opened,
                "insert into flags (call_id, caller, agent, reason, note, at) values ('a', '+861', 'b', 'SILENT', '', 1)");
    }

    @Test
    void whatHindersOneKindDoesNotHinderTheOthers() {
        try (Opened opened = opened()) {
            flag(opened);
            change(opened, "create trigger never before delete on calls begin select raise(abort, 'never'); end");

            run(opened, LATER);

            assertThat(count(opened, "calls")).isEqualTo(1);
            assertThat(count(opened, "flags")).isZero();
            assertThat(count(opened, "audit")).isZero();
            Health health = state.health();
            assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
            assertThat(health.getDetails()).containsOnlyKeys("since", "calls");
            assertThat(meters.get("quell.retention.standing").gauge().value()).isZero();

            run(opened, LATER.plusSeconds(3_600));
            assertThat(meters.get("quell.retention.standing").gauge().value()).isEqualTo(3_600);

            change(opened, "drop trigger never");
            run(opened, LATER.plusSeconds(7_200));
            assertThat(count(opened, "calls")).isZero();
            assertThat(state.health().getStatus().getCode()).isEqualTo("UP");
            assertThat(meters.get("quell.retention.standing").gauge().value()).isZero();
        }
    }

    @Test
    void aChangedHoldHindersOnlyWhatHoldsMayKeepUntilItIsAccepted() {
        try (Opened opened = opened()) {
            flag(opened);
            JdbcHolds holds = new JdbcHolds(opened.database(), keys());
            holds.keep(hold(), "token:a");
            assertThat(holds.accept("Li", "nothing", "token:a", NOW)).isEmpty();
            change(opened, "update legal_holds set to_at = 5");

            run(opened, LATER);

            assertThat(count(opened, "calls")).isEqualTo(1);
            assertThat(count(opened, "flags")).isEqualTo(1);
            assertThat(count(opened, "audit")).isZero();
            assertThat(state.health().getDetails()).containsOnlyKeys("since", "calls", "flags", "entries");
            assertThat(state.health().getDetails().get("calls").toString()).contains("legal hold 1: it was changed");

            assertThat(holds.accept("Li", "the file was closed", "token:a", LATER))
                    .singleElement()
                    .asString()
                    .contains("legal hold 1: it was changed");
            run(opened, LATER);

            assertThat(count(opened, "calls")).isZero();
            assertThat(state.health().getStatus().getCode()).isEqualTo("UP");

            change(opened, "update legal_holds set to_at = 6");
            run(opened, LATER);
            assertThat(state.health().getDetails()).containsKey("calls");
        }
    }

    private static Hold hold() {
        return new Hold(
                0,
                Optional.empty(),
                Calls.NOW.minusSeconds(60),
                Calls.NOW.plusSeconds(60),
                "Wang",
                "file 12",
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aKeyThatCannotBeUsedHindersOnlyWhatHoldsMayKeep() {
        try (Opened opened = opened()) {
            flag(opened);
            change(opened, "update chain_blocks set note = replace(note, 'key', 'kex') where kind = 'GENESIS'");

            run(opened, LATER);

            assertThat(count(opened, "flags")).isEqualTo(1);
            assertThat(count(opened, "audit")).isZero();
            assertThat(state.health().getDetails()).containsOnlyKeys("since", "calls", "flags", "entries");
        }
    }

    /** A service that was started by a clock, after calls had been taken in by it. */
    private void runBy(Opened opened, MovingClock clock, AtomicLong nanos) {
        StorageSettings settings = new StorageSettings(
                new Retention(KEPT, KEPT, KEPT, KEPT), DataSize.ofMegabytes(4), DataSize.ofMegabytes(64));
        Timekeeping time =
                new Timekeeping(new ClockFile(directory), Optional.of(clock.instant()), clock, nanos::get, back -> {});
        new RetentionJob(opened.database(), Optional.empty(), settings, state, time::fault, clock).run();
    }

    @Test
    void aClockThatIsAYearAheadHasNothingDeletedAlsoWhenCallsCameInByIt() {
        MovingClock clock = new MovingClock(NOW);
        AtomicLong nanos = new AtomicLong();
        try (Opened opened = opened()) {
            runBy(opened, clock, nanos);
            clock.advance(Duration.ofDays(400));
            runBy(opened, clock, nanos);
            runBy(opened, clock, nanos);

            assertThat(count(opened, "calls")).isEqualTo(1);
            assertThat(count(opened, "audit")).isZero();
            assertThat(state.health().getDetails()).containsOnlyKeys("since", "clock");
        }
    }

    @Test
    void aClockThatIsBehindHasNothingDeleted() {
        MovingClock clock = new MovingClock(NOW.plusSeconds(7200));
        try (Opened opened = opened()) {
            new ClockFile(directory).write(new ClockFile.Kept(clock.instant(), Duration.ZERO, Duration.ZERO));
            clock.advance(Duration.ofHours(-1));
            runBy(opened, clock, new AtomicLong());

            assertThat(count(opened, "audit")).isEqualTo(1);
            assertThat(state.health().getDetails()).containsOnlyKeys("since", "clock");
        }
    }
}

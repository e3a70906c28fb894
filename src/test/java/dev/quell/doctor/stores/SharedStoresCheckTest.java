package dev.quell.doctor.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Finding;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.finding.Level;
import dev.quell.storage.look.PostgresLook;
import dev.quell.storage.look.RedisLook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a PostgreSQL and a Redis by what they tell. */
class SharedStoresCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static PostgresLook postgres(int version, boolean standby, boolean mayCreate, boolean owns, int days) {
        return new PostgresLook(version, standby, mayCreate, owns, days, 2, NOW, Duration.ofMillis(1));
    }

    private static List<Finding> of(PostgresLook look) {
        return findings(new PostgresCheck(() -> look, CLOCK));
    }

    private static RedisLook redis(String version, String role, String policy, long most, long used, boolean appends) {
        return new RedisLook(
                version, "standalone", role, policy, most, used, appends, NOW, false, Duration.ofMillis(1));
    }

    private static List<Finding> of(RedisLook look) {
        return findings(new RedisCheck(() -> look, Duration.ofMillis(50), CLOCK));
    }

    private static List<Finding> findings(Check check) {
        Findings findings = new Findings().at(check.name());
        try {
            check.look(findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings.all();
    }

    @ParameterizedTest
    @CsvSource({"14, FAULT", "15, OK", "17, OK"})
    void postgresIsFifteenOrLater(int version, Level level) {
        assertThat(of(postgres(version, false, true, true, 8)))
                .extracting(Finding::level)
                .containsExactly(level);
    }

    @Test
    void aPostgresThatIsNotOursIsToldWithWhatToType() {
        assertThat(of(postgres(15, true, false, false, 0)))
                .extracting(Finding::level, Finding::found)
                .containsExactly(
                        tuple(Level.FAULT, "it takes no changes, it is a standby"),
                        tuple(Level.FAULT, "the user may not make tables, which each day needs one of"),
                        tuple(Level.FAULT, "the table of calls belongs to another user"),
                        tuple(
                                Level.WARN,
                                "no day's partition is made from today on; the running service makes a week's"));
    }

    @Test
    void anEmptyPostgresIsWell() {
        assertThat(of(postgres(15, false, true, true, -1)))
                .extracting(Finding::level, Finding::found)
                .containsExactly(tuple(Level.OK, "version 15, empty as yet, answers in 1 ms"));
    }

    @Test
    void aPostgresThatDoesNotAnswerIsAFault() {
        List<Finding> found = findings(new PostgresCheck(
                () -> {
                    throw new IllegalStateException("it does not answer");
                },
                CLOCK));

        assertThat(found)
                .extracting(Finding::level, Finding::found)
                .containsExactly(tuple(Level.FAULT, "it cannot be asked: it does not answer"));
    }

    @ParameterizedTest
    @CsvSource({"6.2.14, FAULT", "7.0.15, OK", "8.2.1, OK", "?, FAULT"})
    void redisIsSevenOrLater(String version, Level level) {
        assertThat(of(redis(version, "master", "noeviction", 0, 1, true))
                        .getLast()
                        .level())
                .isEqualTo(level);
    }

    @Test
    void aRedisThatForgetsIsAFaultWithWhatToType() {
        assertThat(of(redis("7.0.15", "master", "allkeys-lru", 0, 1, true)).getLast())
                .isEqualTo(new Finding(
                        "Redis",
                        Level.FAULT,
                        "when it is full it forgets callers by itself (maxmemory-policy allkeys-lru)",
                        "redis-cli CONFIG SET maxmemory-policy noeviction   and the same in redis.conf"));
    }

    @Test
    void aRedisIsNearlyFullAboveNineTenths() {
        assertThat(of(redis("7.0.15", "master", "noeviction", 1000, 900, true))).hasSize(1);
        assertThat(of(redis("7.0.15", "master", "noeviction", 1000, 901, true))
                        .getLast()
                        .level())
                .isEqualTo(Level.WARN);
    }

    @Test
    void aReplicaAndOneWithoutALogAreTold() {
        assertThat(of(redis("7.0.15", "slave", "noeviction", 0, 1, false)))
                .extracting(Finding::level)
                .containsExactly(Level.OK, Level.FAULT, Level.WARN);
    }

    @Test
    void aRedisOfAnotherMachineWithoutAPasswordIsToldOf() {
        RedisLook closed = redis("7.0.15", "master", "noeviction", 0, 1, true);
        RedisLook open = new RedisLook(
                "7.0.15", "standalone", "master", "noeviction", 0, 1, true, NOW, true, Duration.ofMillis(1));

        assertThat(of(closed)).extracting(Finding::level).containsExactly(Level.OK);
        assertThat(of(open)).extracting(Finding::level).containsExactly(Level.OK, Level.WARN);
        assertThat(of(open).getLast().found()).contains("asks for no password");
    }
}

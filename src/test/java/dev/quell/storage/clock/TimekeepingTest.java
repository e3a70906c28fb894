package dev.quell.storage.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.ClockNews;
import dev.quell.call.ClockSetBack;
import dev.quell.testing.MovingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimekeepingTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(START);
    private final AtomicLong nanos = new AtomicLong();
    private final List<ClockNews> setBack = new ArrayList<>();

    private Timekeeping started() {
        return started(Optional.empty());
    }

    private Timekeeping started(Optional<Instant> newest) {
        return new Timekeeping(new ClockFile(directory), newest, clock, nanos::get, setBack::add);
    }

    private void passes(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT-2M, true", "PT-2M-0.001S, false", "P-300D, false", "P7D, true", "P7DT0.001S, false"})
    void aStartIsJudgedByTheLastMomentThatWasBelieved(Duration later, boolean believed) {
        started().save();
        clock.advance(later);

        assertThat(started().fault().isEmpty()).isEqualTo(believed);
    }

    @Test
    void behindIsAtLeastTheLastMomentAndWhatTheServiceRan() {
        started().save();
        clock.advance(YEAR.negated());
        Timekeeping time = started();
        passes(Duration.ofHours(3));

        assertThat(time.against(clock.instant())).isEqualTo(START.plus(Duration.ofHours(3)));
        assertThat(time.favour(clock.instant())).isEqualTo(clock.instant());
        assertThat(time.fault())
                .startsWith("the clock is behind: it says 2025-11-22T13:00:00Z, and it was 2026-11-22T10:00:00Z");
    }

    @Test
    void behindLastsOverRestartsUntilTheClockIsSet() {
        started().save();
        clock.advance(YEAR.negated());
        Timekeeping first = started();
        passes(Duration.ofHours(3));
        first.look();
        first.save();
        Timekeeping second = started();
        assertThat(second.against(clock.instant())).isEqualTo(START.plus(Duration.ofHours(3)));

        clock.advance(YEAR.plusSeconds(60));
        second.look();

        assertThat(second.fault()).isEmpty();
        assertThat(second.against(clock.instant())).isEqualTo(clock.instant());
        assertThat(setBack).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT24H, true", "PT24H0.001S, false", "P36500D, false", "PT-48H, true"})
    void aJumpOfMoreThanADayIsNotBelieved(Duration jump, boolean believed) {
        Timekeeping time = started();
        passes(Duration.ofHours(3));
        clock.advance(jump);
        time.look();

        assertThat(time.fault().isEmpty()).isEqualTo(believed);
    }

    @ParameterizedTest
    @CsvSource({
        // back, forth, believed
        "P1D, PT24H0.001S, true",
        "P1D, PT24H2M, true",
        "P1D, PT24H2M0.001S, false",
        "P300D, P300D, true",
        "P300D, P301D, false",
        "PT2M, P1DT1S, false"
    })
    void aClockThatComesHomeFromWhereItWasSetBackToIsBelieved(Duration back, Duration forth, boolean believed) {
        Timekeeping time = started();
        passes(Duration.ofHours(3));
        clock.advance(back.negated());
        time.look();
        assertThat(time.fault()).isEmpty();
        passes(Duration.ofHours(5));
        time.look();
        clock.advance(forth);
        time.look();

        assertThat(time.fault().isEmpty()).isEqualTo(believed);
    }

    @Test
    void homeIsTheFurthestThatWasBelievedAlsoOnTheWayThereFromTooFarAhead() {
        Timekeeping time = started();
        clock.advance(Duration.ofDays(-3));
        time.look();
        clock.advance(Duration.ofDays(-3));
        time.look();
        clock.advance(YEAR);
        time.look();
        assertThat(time.fault()).isNotEmpty();
        passes(Duration.ofHours(1));
        clock.advance(Duration.ofDays(6).minus(YEAR));
        time.look();

        assertThat(time.fault()).isEmpty();
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void aheadWhatSpeaksForCallersHoldsByWhatTheServiceHasSeen() {
        Timekeeping time = started();
        clock.advance(YEAR);
        time.look();
        passes(Duration.ofHours(1));

        assertThat(time.favour(clock.instant())).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(time.against(clock.instant())).isEqualTo(clock.instant());
    }

    @Test
    void aheadIsDoubtedOverRestartsHoweverManyCallsHaveCome() {
        Timekeeping time = started();
        clock.advance(YEAR);
        time.look();
        for (int day = 0; day < 30; day++) {
            assertThat(time.fault()).contains("365 days ahead");
            time.save();
            time = started(Optional.of(clock.instant()));
            passes(Duration.ofDays(1));
            time.look();
        }

        assertThat(time.fault()).isEmpty();
        time.save();
        assertThat(started().fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P8D, 24", "P60D, 24", "P61D, 720"})
    void theFurtherAheadTheLongerItIsDoubted(Duration ahead, long hours) {
        started().save();
        clock.advance(ahead);
        Timekeeping time = started();

        passes(Duration.ofHours(hours).minusSeconds(1));
        time.look();
        assertThat(time.fault()).isNotEmpty();
        passes(Duration.ofSeconds(1));
        time.look();
        assertThat(time.fault()).isEmpty();
    }

    @Test
    void whoeverSetsItBackIsBelievedAndTold() {
        Timekeeping time = started();
        passes(Duration.ofHours(2));
        clock.advance(Duration.ofMinutes(-2));
        time.look();
        assertThat(setBack).isEmpty();

        passes(Duration.ofSeconds(1));
        clock.advance(Duration.ofHours(-1));
        time.look();

        Instant expected = START.plus(Duration.ofMinutes(118)).plusSeconds(1);
        assertThat(setBack).containsExactly(new ClockSetBack(expected, expected.minus(Duration.ofHours(1)), true));
        assertThat(time.fault()).isEmpty();
    }

    @Test
    void setBackFromFarAheadIsTold() {
        Timekeeping time = started();
        clock.advance(YEAR);
        time.look();
        clock.advance(YEAR.negated());
        time.look();

        assertThat(setBack).containsExactly(new ClockSetBack(START.plus(YEAR), START, false));
        assertThat(time.fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P7D, true", "P7DT1S, false"})
    void withoutTheFileTheLogsSilenceIsWaitedFor(Duration silence, boolean believed) {
        Timekeeping time = started(Optional.of(START.minus(silence)));
        assertThat(time.fault().isEmpty()).isEqualTo(believed);

        passes(Duration.ofHours(24));
        time.look();
        assertThat(time.fault()).isEmpty();
    }

    @Test
    void withoutTheFileAClockIsBelievedThatIsBehindTheLog() {
        assertThat(started(Optional.of(START.plus(YEAR))).fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2", "a b c", "1 2 3 4"})
    void aFileThatHoldsNoTimeIsNone(String text) throws IOException {
        Files.writeString(directory.resolve("clock"), text);

        assertThat(started().fault()).isEmpty();
        assertThat(new ClockFile(directory).read().orElseThrow().latest()).isEqualTo(START);
    }

    @Test
    void aMinuteOfTheTimeIsLostAtMostIfTheServiceIsKilled() {
        Timekeeping time = started();
        passes(Duration.ofSeconds(59));
        time.look();
        assertThat(new ClockFile(directory).read().orElseThrow().latest()).isEqualTo(START);
        passes(Duration.ofSeconds(1));
        time.look();

        assertThat(new ClockFile(directory).read().orElseThrow().latest()).isEqualTo(clock.instant());
    }
}

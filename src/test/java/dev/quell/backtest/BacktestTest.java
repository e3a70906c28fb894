package dev.quell.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.backtest.input.InputSettings;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Level;
import dev.quell.backtest.result.Measured;
import dev.quell.classifier.Action;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.replay.ReplaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backtests over files: calls, counts, bad lines, two settings. */
class BacktestTest {

    private static final InputSettings READING = InputSettings.recognising(ZoneOffset.UTC, "CN");
    private static final Choice PRESENT = new Choice("present", ReplaySettings.shipped());

    @TempDir
    Path directory;

    @Test
    void countsFeedThreeSymbolsAndTieNobodyWhoCallsDifferently() throws IOException {
        Path file = write(
                "caller,callee,count,label",
                "a,1,1,0",
                "b,1,2,0",
                "c,1,1,1",
                "c,2,1,1",
                "d,1,1,1",
                "d,2,1,1",
                "d,3,1,1");

        BacktestResult result = Backtest.of(PRESENT).file(file, READING, lines -> {});

        assertThat(result.input().kind()).isEqualTo("counts");
        assertThat(result.coverage().fed()).containsExactly("CALLS_24H", "FANOUT_24H", "SINGLE_TARGET");
        assertThat(result.run().callers()).isEqualTo(4);
        Measured measured = result.run().measured().orElseThrow();
        assertThat(measured.nuisanceCallers()).isEqualTo(2);
        assertThat(measured.roc().distinctScores()).isEqualTo(4);
        assertThat(measured.roc().auc()).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void moreCallsAndMoreLinesMeanAHigherScore() {
        CountedDay day = new CountedDay(PRESENT.settings().classifier());

        double once = day.last(Map.of("1", 1L)).probability();
        double wide = day.last(Map.of("1", 3L, "2", 3L, "3", 3L)).probability();
        double wider = day.last(Map.of("1", 3L, "2", 2L, "3", 2L, "4", 2L)).probability();

        assertThat(once).isCloseTo(PRESENT.settings().classifier().prior(), within(1e-9));
        assertThat(wide).isGreaterThan(once).isLessThan(wider);
    }

    @Test
    void aBadLineIsSkippedWithItsNumber() throws IOException {
        Path file = write(
                "caller,callee,start,duration,disposition",
                call(1),
                "+8613800138000,4001,yesterday,9,ANSWERED",
                call(2));

        BacktestResult result = Backtest.of(PRESENT).file(file, READING, lines -> {});

        assertThat(result.input().skipped()).isEqualTo(1);
        assertThat(result.input().firstSkipped().getFirst().lineNumber()).isEqualTo(3);
        assertThat(result.input().unsound()).isTrue();
        assertThat(result.run().calls()).isEqualTo(2);
    }

    @Test
    void anInputOnWhichNothingIsKnownIsNotMeasured() throws IOException {
        BacktestResult result = Backtest.of(PRESENT)
                .file(write("caller,callee,start,duration,disposition", call(1)), READING, lines -> {});

        assertThat(result.run().measured()).isEmpty();
        assertThat(result.input().unsound()).isFalse();
    }

    @Test
    void twoSettingsDifferByTheCallsThatChange() throws IOException {
        ClassifierSettings shipped = PRESENT.settings().classifier();
        Choice strict = new Choice(
                "strict",
                PRESENT.settings().withClassifier(shipped.withWeights(Map.of("CALLS_24H", 6.0, "SINGLE_TARGET", 0.0))));
        Path file = write(
                "caller,callee,start,duration,disposition,label",
                call(1) + ",1",
                call(2) + ",1",
                call(3) + ",1",
                call(4) + ",1",
                call(5) + ",1",
                call(6) + ",1",
                call(7) + ",1",
                call(8) + ",1");

        BacktestResult result = Backtest.of(strict).against(PRESENT).file(file, READING, lines -> {});

        assertThat(result.run().settings()).isEqualTo("strict");
        assertThat(result.difference()).get().satisfies(difference -> {
            assertThat(difference.before().settings()).isEqualTo("present");
            assertThat(difference.changed()).isPositive();
            Change change = difference.changes().getFirst();
            assertThat(change.before()).isEqualTo(Action.PASS);
            assertThat(change.nuisanceCalls()).isEqualTo(change.calls());
            assertThat(change.examples().getFirst().after()).contains("CALLS_24H");
        });
        assertThat(result.run().measured().orElseThrow().levels().getFirst()).satisfies(tagged -> {
            assertThat(tagged.level()).isEqualTo(Level.TAGGED);
            assertThat(tagged.callers().truePositive()).isEqualTo(1);
            assertThat(tagged.delay().medianCall()).isGreaterThan(1);
        });
    }

    @Test
    void theSameInputGivesTheSameResult() throws IOException {
        Path file = write("caller,callee,start,duration,disposition", call(1), call(2), call(3));

        BacktestResult first = Backtest.of(PRESENT).file(file, READING, lines -> {});

        assertThat(Backtest.of(PRESENT).file(file, READING, lines -> {})).isEqualTo(first);
    }

    private static String call(int minute) {
        return String.format(Locale.ROOT, "+8613800138000,4001,2026-11-20 08:%02d:00,20,ANSWERED", minute);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(directory.resolve("calls.csv"), List.of(lines));
    }
}

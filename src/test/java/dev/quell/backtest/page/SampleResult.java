package dev.quell.backtest.page;

import dev.quell.backtest.input.BadLine;
import dev.quell.backtest.measure.Confusion;
import dev.quell.backtest.measure.Reliability;
import dev.quell.backtest.measure.Roc;
import dev.quell.backtest.result.ActionRow;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.ClassRow;
import dev.quell.backtest.result.Coverage;
import dev.quell.backtest.result.DayRow;
import dev.quell.backtest.result.Delay;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.InputFacts;
import dev.quell.backtest.result.Level;
import dev.quell.backtest.result.LevelRow;
import dev.quell.backtest.result.Measured;
import dev.quell.backtest.result.Run;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Results for tests: one of every part, and one of almost none. */
final class SampleResult {

    /** What a caller could send as a name to break out of whatever shows it. */
    static final String HOSTILE = "</td><script>alert(1)</script>\"'&=HYPERLINK(\"http://x\")\u001b[2J\u202e\r\n";

    private SampleResult() {}

    static BacktestResult whole() {
        Run before = run("present", 0);
        Run after = run("stricter.yml", 1);
        List<Change> changes = List.of(
                new Change(
                        Action.PASS,
                        Action.TAG,
                        1200,
                        14,
                        1100,
                        List.of(new Change.Example(
                                "line 77",
                                "+8613800138000",
                                "2026-11-03T08:00:00Z",
                                "p 0.41, model, CALLS_24H",
                                "p 0.57, model, CALLS_24H FANOUT_24H"))),
                new Change(Action.TAG, Action.LISTEN, 90, 1, 80, List.of()),
                new Change(Action.LISTEN, Action.PASS, 7, 7, 0, List.of()));
        return new BacktestResult(
                new InputFacts(
                        "Master.csv",
                        "master-csv",
                        61_000,
                        52_000,
                        Map.of(
                                "not inbound by dcontext=from-trunk",
                                7_000L,
                                "leg of another call, on a Local channel",
                                1_997L),
                        3,
                        List.of(
                                new BadLine(17, "the line has 4 fields; a record of this file has 16 to 21"),
                                new BadLine(4711, "the start '2026-13-01' is no time; write 2026-11-20 08:30:00")),
                        0,
                        41,
                        Optional.of(Instant.parse("2026-11-01T00:00:12Z")),
                        Optional.of(Instant.parse("2026-11-14T23:58:01Z"))),
                new Coverage(
                        List.of("CALLS_1H", "CALLS_24H", "FANOUT_24H", "CLOCKWORK"),
                        List.of("SILENT_RATE", "NO_SPEECH"),
                        List.of("Call detail records do not tell silence: what rests on it is not tested.")),
                after,
                Optional.of(new Difference(before, 1297, changes)));
    }

    /** As little as a file without labels, times and bad lines gives. */
    static BacktestResult bare() {
        Run run = new Run(
                "present", "1", 0, 0, List.of(new ActionRow(Action.PASS, 0, 0)), List.of(), 0, 0, 0, Optional.empty());
        return new BacktestResult(
                new InputFacts(
                        "counts.csv", "counts", 0, 0, Map.of(), 0, List.of(), 0, 0, Optional.empty(), Optional.empty()),
                new Coverage(List.of("CALLS_24H"), List.of(), List.of()),
                run,
                Optional.empty());
    }

    /** Labels for so few callers that most figures cannot be told; the first is good, the second a nuisance. */
    static BacktestResult few(int cases) {
        boolean[] nuisance = new boolean[cases];
        if (cases > 1) {
            nuisance[1] = true;
        }
        double[] same = new double[cases];
        Measured measured = new Measured(
                "few", 0, 0, 0, 0, List.of(), "none", Roc.of(same, nuisance), Reliability.of(same, nuisance, 10));
        Run run = new Run("present", "1", 0, 0, List.of(), List.of(), 0, 0, 0, Optional.of(measured));
        return new BacktestResult(bare().input(), bare().coverage(), run, Optional.empty());
    }

    /** Every text in it is hostile. */
    static BacktestResult hostile() {
        Run run = new Run(
                HOSTILE,
                HOSTILE,
                1,
                1,
                List.of(new ActionRow(Action.DETER, 1, 1)),
                List.of(),
                0,
                0,
                0,
                Optional.of(measured(HOSTILE, 0)));
        return new BacktestResult(
                new InputFacts(
                        HOSTILE,
                        HOSTILE,
                        10,
                        1,
                        Map.of(HOSTILE, 1L),
                        9,
                        List.of(new BadLine(1, HOSTILE)),
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty()),
                new Coverage(List.of(HOSTILE), List.of(HOSTILE), List.of(HOSTILE)),
                run,
                Optional.of(new Difference(
                        run,
                        1,
                        List.of(new Change(
                                Action.PASS,
                                Action.DETER,
                                1,
                                1,
                                0,
                                List.of(new Change.Example(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)))))));
    }

    private static Run run(String settings, int harder) {
        return new Run(
                settings,
                "2026-11 a41f0c",
                52_000,
                37_941,
                List.of(
                        new ActionRow(Action.PASS, 49_203, 36_500),
                        new ActionRow(Action.TAG, 1_902, 1_000),
                        new ActionRow(Action.CHALLENGE, 401, 230),
                        new ActionRow(Action.LISTEN, 310, 140),
                        new ActionRow(Action.DETER, 174, 65),
                        new ActionRow(Action.REJECT, 10, 6)),
                List.of(
                        new ClassRow(CallClass.NORMAL, 49_000, 36_000, Optional.empty()),
                        new ClassRow(
                                CallClass.HIGH_FREQUENCY,
                                2_500,
                                1_200,
                                Optional.of(new Confusion(2_100, 22, 47_000, 900))),
                        new ClassRow(CallClass.ROBOCALL, 500, 300, Optional.of(new Confusion(480, 3, 47_019, 2_520)))),
                12,
                9,
                8,
                days(harder),
                Optional.of(measured("FTC's honeypots", harder)));
    }

    private static List<DayRow> days(int harder) {
        List<DayRow> days = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 14; i++) {
            days.add(new DayRow(
                    LocalDate.of(2026, 11, 1).plusDays(i),
                    Map.of(
                            Action.PASS, 3_500L + random.nextInt(500),
                            Action.TAG, 100L + random.nextInt(60),
                            Action.CHALLENGE, 20L + random.nextInt(20),
                            Action.LISTEN, 15L + random.nextInt(20),
                            Action.DETER, 8L + harder + random.nextInt(9),
                            Action.REJECT, (long) random.nextInt(3))));
        }
        return days;
    }

    private static Measured measured(String labels, int harder) {
        Random random = new Random(7);
        int size = 8_000;
        double[] score = new double[size];
        double[] probability = new double[size];
        boolean[] nuisance = new boolean[size];
        for (int i = 0; i < size; i++) {
            nuisance[i] = i % 16 == 0;
            score[i] = -3.5 + random.nextGaussian() * 1.1 + (nuisance[i] ? 2.2 + 0.4 * harder : 0);
            probability[i] = 1 / (1 + Math.exp(-score[i] - 0.4));
        }
        List<LevelRow> levels = new ArrayList<>();
        for (Level level : Level.values()) {
            long met = 1_400 >> level.ordinal();
            long hurt = 300 >> 2 * level.ordinal();
            Confusion callers = new Confusion(met, hurt, 35_600 - hurt, 2_341 - met);
            Confusion calls = new Confusion(met * 3, hurt * 2, 47_000 - hurt * 2, 5_000 - met * 3);
            double none = level == Level.BLOCKED ? Double.NaN : 4 + level.ordinal() / 2.0;
            levels.add(new LevelRow(level, calls, callers, new Delay(met, 2_341 - met, none, none * 2, none * 3_607)));
        }
        return new Measured(
                labels,
                35_600,
                2_341,
                47_000,
                5_000,
                levels,
                "A caller's score is the highest log-odds of its calls.",
                Roc.of(score, nuisance),
                Reliability.of(probability, nuisance, 10));
    }
}

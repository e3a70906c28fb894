package dev.quell.bench;

import dev.quell.bench.log.LongLog;
import dev.quell.bench.log.SpeedPage;
import dev.quell.bench.page.PerformancePage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark of the classifier and tells each figure as a multiple of the plain walk of the same run, so that figures of different machines can be compared. */
public final class Bench {

    private Bench() {}

    /**
     * First argument: {@code classifier}; {@code page} for all of {@link PerformancePage}, whose words the others are, without their hyphens; {@code log}
     * for {@link LongLog} or {@code log-speed} for {@link SpeedPage}, whose arguments the others are.
     */
    public static void main(String[] args) throws RunnerException, IOException, InterruptedException, SQLException {
        switch (args.length > 0 ? args[0] : "classifier") {
            case "page" ->
                PerformancePage.main(words(args).map(word -> "--" + word).toArray(String[]::new));
            case "log" -> LongLog.main(words(args).toArray(String[]::new));
            case "log-speed" -> SpeedPage.main(words(args).toArray(String[]::new));
            default -> classifier();
        }
    }

    private static Stream<String> words(String[] args) {
        return Arrays.stream(args)
                .skip(1)
                .flatMap(words -> Arrays.stream(words.split(" ")))
                .filter(word -> !word.isEmpty());
    }

    private static void classifier() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(ClassifierBench.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .threads(1)
                .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, RunResult> byName = new TreeMap<>();
        results.forEach(result -> byName.put(name(result), result));
        System.out.printf(
                Locale.ROOT, "%n%6s  %-15s %10s %8s %12s %12s%n", "calls", "", "µs", "±", "bytes", "× plain walk");
        byName.forEach((name, result) -> System.out.printf(
                Locale.ROOT,
                "%6s  %-15s %10.3f %8.3f %12.0f %12.1f%n",
                calls(result),
                method(result),
                nanos(result) / 1000,
                result.getPrimaryResult().getScoreError() / 1000,
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore(),
                nanos(result) / nanos(byName.get("%05d plainWalk".formatted(calls(result))))));
    }

    private static String name(RunResult result) {
        return "%05d %s".formatted(calls(result), method(result));
    }

    private static int calls(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("calls"));
    }

    private static String method(RunResult result) {
        return result.getPrimaryResult().getLabel();
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}

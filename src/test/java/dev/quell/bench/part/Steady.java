package dev.quell.bench.part;

import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.server.QuellServer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.Load;
import dev.quell.load.LoadResult;
import dev.quell.load.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** A steady thousand calls a second, open loop, each told to its end; at last with hardly any processor time for a while. */
public final class Steady implements Part {

    private static final int CALLERS = 500_000;

    @Override
    public String key() {
        return "steady";
    }

    @Override
    public String heading() {
        return "A steady load";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "Open loop: a call begins on time whatever became of those before it, and its time counts from when it was to begin. Each call's end is told"
                        + " over HTTP as the dialplan tells it. " + Text.number(CALLERS) + " callers.",
                "",
                Text.row(
                        "calls/s",
                        "for",
                        "verdicts",
                        "without one",
                        "ends not taken",
                        "p50",
                        "p99",
                        "p99.9",
                        "longest",
                        "cores busy"),
                Text.rule(10)));
        var directory = Files.createTempDirectory(plan.directory(), "steady");
        try (QuellServer quell = QuellServer.start(Jvm.SHIPPED, directory, List.of());
                FakeAsterisk asterisk = quell.asterisk()) {
            Population population = new Population(2, CALLERS, "1795000001");
            run(quell, asterisk, population, 500, plan.time(Duration.ofSeconds(5), Duration.ofSeconds(20)));
            lines.add(run(quell, asterisk, population, 100, plan.time(Duration.ofSeconds(5), Duration.ofSeconds(20))));
            Duration before = quell.processorTime();
            long size = databaseSize(directory);
            lines.add(run(quell, asterisk, population, 1000, plan.steady()));
            double calls = 1000.0 * plan.steady().toSeconds();
            plan.findings()
                    .keep("steady.cpu.us", quell.processorTime().minus(before).toNanos() / 1e3 / calls);
            plan.findings().keep("steady.disk.bytes", (databaseSize(directory) - size) / calls);
            lines.addAll(List.of("", Starved.measure(quell, asterisk, population)));
        }
        return lines;
    }

    /** Bytes of the database, its log of changes left out, which is of one size. */
    private static long databaseSize(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String run(
            QuellServer quell, FakeAsterisk asterisk, Population population, int rate, Duration length) {
        LongAdder refused = new LongAdder();
        Duration before = quell.processorTime();
        LoadResult result = Load.open(
                asterisk::screen,
                (call, answer) -> {
                    if (!Ends.taken(asterisk, call, answer)) {
                        refused.increment();
                    }
                },
                population,
                rate,
                length);
        double cores = (double) quell.processorTime().minus(before).toNanos()
                / result.took().toNanos();
        Text.progress(
                "  %d/s: %s, p99 %s",
                rate, result.answers(), Text.time(result.latencies().quantile(0.99)));
        return Text.row(
                Text.number(rate),
                length.toSeconds() + " s",
                Text.number(result.verdicts()),
                result.unscreened(),
                refused.sum(),
                Text.time(result.latencies().quantile(0.5)),
                Text.time(result.latencies().quantile(0.99)),
                Text.time(result.latencies().quantile(0.999)),
                Text.time(result.latencies().longest()),
                Text.of("%.2f", cores));
    }
}

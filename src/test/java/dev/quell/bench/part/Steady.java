package dev.quell.bench.part;

import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.part.OpenLoop.Asked;
import dev.quell.bench.server.QuellServer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A steady thousand calls a second, open loop, each told to its end; at last with hardly any processor time for a while. */
public final class Steady implements Part {

    private static final int CALLERS = 500_000;
    private static final int RATE = 1000;

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
                        + " over HTTP as the dialplan tells it. " + Text.number(CALLERS)
                        + " callers. The bare responder decides nothing and hears of no ends:"
                        + " its times are the machine's own and the load's.",
                "",
                OpenLoop.head(),
                Text.rule(11)));
        var directory = Files.createTempDirectory(plan.directory(), "steady");
        Population population = new Population(2, CALLERS, "1795000001");
        List<OpenLoop> bare = Bare.measure(plan, population, RATE);
        bare.forEach(run -> lines.add(run.row()));
        try (QuellServer quell = QuellServer.start(Jvm.SHIPPED, directory, List.of());
                FakeAsterisk asterisk = quell.asterisk()) {
            Asked asked =
                    new Asked("Quell", quell.process(), asterisk, (call, answer) -> Ends.taken(asterisk, call, answer));
            Duration first = plan.time(Duration.ofSeconds(5), Duration.ofSeconds(20));
            OpenLoop.run(asked, population, 500, first);
            lines.add(OpenLoop.run(asked, population, 100, first).row());
            Duration before = quell.processorTime();
            long size = databaseSize(directory);
            OpenLoop steady = OpenLoop.run(asked, population, RATE, plan.steady());
            lines.add(steady.row());
            double calls = (double) RATE * plan.steady().toSeconds();
            plan.findings()
                    .keep("steady.cpu.us", quell.processorTime().minus(before).toNanos() / 1e3 / calls);
            plan.findings().keep("steady.disk.bytes", (databaseSize(directory) - size) / calls);
            lines.addAll(List.of("", share(steady, bare), "", Starved.measure(quell, asterisk, population)));
        }
        return lines;
    }

    private static String share(OpenLoop quell, List<OpenLoop> bare) {
        return Text.of(
                "At %,d calls/s Quell's p99 is %.1f times the bare responder's and %.1f times that of the responder which waits for the disk once a call;"
                        + " p99.9 %.1f and %.1f times.",
                RATE,
                quell.times(bare.getFirst(), 0.99),
                quell.times(bare.getLast(), 0.99),
                quell.times(bare.getFirst(), 0.999),
                quell.times(bare.getLast(), 0.999));
    }

    /** Bytes of the database, its log of changes left out, which is of one size. */
    private static long databaseSize(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".db"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}

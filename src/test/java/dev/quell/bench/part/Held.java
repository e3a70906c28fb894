package dev.quell.bench.part;

import dev.quell.asterisk.ami.FakeAmi;
import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.server.Heap;
import dev.quell.bench.server.QuellServer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.Load;
import dev.quell.load.LoadResult;
import dev.quell.load.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Thousands of callers listened to at once by one service, and new calls' verdicts meanwhile. */
public final class Held implements Part {

    @Override
    public String key() {
        return "held";
    }

    @Override
    public String heading() {
        return "Callers held in a dialogue";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(
                "Each caller is in `listen`, silent, asked for a key twice a second; beside them new calls come at 200 a second, open loop. The heap is limited to"
                        + " 1 GiB.",
                "",
                Text.row(
                        "held at once",
                        "ended by a failure",
                        "new verdicts",
                        "without one",
                        "p50",
                        "p99",
                        "p99.9",
                        "heap after collection",
                        "cores busy"),
                Text.rule(9)));
        for (int held : plan.quick() ? new int[] {100, 1000} : new int[] {1000, 10_000}) {
            lines.add(hold(plan, held));
        }
        return lines;
    }

    private static String hold(Plan plan, int held) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory(plan.directory(), "held");
        try (FakeAmi ami = new FakeAmi();
                QuellServer quell = QuellServer.start(
                        Jvm.SHIPPED,
                        directory,
                        List.of(
                                "quell.ami.servers.pbx.host=127.0.0.1",
                                "quell.ami.servers.pbx.port=" + ami.port(),
                                "quell.ami.servers.pbx.username=quell",
                                "quell.ami.servers.pbx.password=none",
                                "quell.treatment.listen.spacing=60s",
                                "quell.asterisk.agi.max-calls=20000"));
                FakeAsterisk asterisk = quell.asterisk()) {
            Population population = new Population(3, 100_000, "1795000002");
            Load.closed(asterisk::screen, population, 16, Duration.ofSeconds(10));
            HeldCalls calls = new HeldCalls(asterisk, ami, population);
            long empty = Heap.live(quell.process());
            calls.begin(held);
            int most = calls.held();
            Text.progress("  %d are held", most);
            Duration time = plan.time(Duration.ofSeconds(8), Duration.ofSeconds(30));
            Duration before = quell.processorTime();
            LoadResult result = Load.open(asterisk::screen, (call, answer) -> {}, population, 200, time);
            double cores = (double) quell.processorTime().minus(before).toNanos()
                    / result.took().toNanos();
            int still = calls.held();
            long heap = Heap.live(quell.process());
            plan.findings().keep("held.heap.bytes", (heap - empty) / (double) Math.max(1, still));
            Text.progress(
                    "  still %d; p99 %s; %s",
                    still, Text.time(result.latencies().quantile(0.99)), calls.results());
            return Text.row(
                    Text.number(still),
                    held - still,
                    Text.number(result.verdicts()),
                    result.unscreened(),
                    Text.time(result.latencies().quantile(0.5)),
                    Text.time(result.latencies().quantile(0.99)),
                    Text.time(result.latencies().quantile(0.999)),
                    Text.bytes(heap),
                    Text.of("%.2f", cores));
        }
    }
}

package dev.quell.bench.part;

import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.part.Contenders.Contender;
import dev.quell.load.Latencies;
import dev.quell.load.Load;
import dev.quell.load.LoadResult;
import dev.quell.load.Population;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Verdicts a second over real sockets, closed loop, beside the two servers that do not think. */
public final class Verdicts implements Part {

    private static final int[] CONNECTIONS = {16, 64, 256};
    private static final int CALLERS = 100_000;

    @Override
    public String key() {
        return "verdicts";
    }

    @Override
    public String heading() {
        return "Verdicts a second over FastAGI";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "Closed loop: each connection begins its next call when its last went on, with a population of "
                        + Text.number(CALLERS)
                        + " callers. The full Quell decides by the whole history, and answers when the verdict is durable on the"
                        + " disk. The median of " + plan.rounds() + " rounds in turn.",
                "",
                Text.row(
                        "connections", "server", "verdicts/s", "ratio", "p50", "p99", "p99.9", "processor time a call"),
                Text.rule(8)));
        try (Contenders contenders = Contenders.start(plan)) {
            Population population = new Population(1, CALLERS, "1795000000");
            warm(contenders, population, plan);
            for (int connections : CONNECTIONS) {
                lines.addAll(rows(contenders, population, connections, plan));
            }
        }
        return lines;
    }

    private static void warm(Contenders contenders, Population population, Plan plan) {
        Duration time = plan.time(Duration.ofSeconds(5), Duration.ofSeconds(20));
        for (Contender contender : contenders.all()) {
            LoadResult result = Load.closed(contender.asterisk()::screen, population, 64, time);
            Text.progress("  warm-up, %s: %.0f/s", contender.name(), result.rate());
        }
    }

    private static List<String> rows(Contenders contenders, Population population, int connections, Plan plan) {
        Map<String, List<Round>> rounds = new TreeMap<>();
        Duration time = plan.time(Duration.ofSeconds(2), Duration.ofSeconds(4));
        for (int n = 0; n < plan.rounds(); n++) {
            double base = 0;
            for (Contender contender : contenders.all()) {
                Round round = Round.run(contender, population, connections, time, base);
                base = base == 0 ? round.result().rate() : base;
                rounds.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(round);
                Text.progress(
                        "  %d connections, %s: %.0f/s, ratio %.2f, %s",
                        connections,
                        contender.name(),
                        round.result().rate(),
                        round.ratio(),
                        round.result().answers());
            }
        }
        return contenders.all().stream()
                .map(contender -> row(connections, contender.name(), rounds.get(contender.name())))
                .toList();
    }

    private static String row(int connections, String name, List<Round> rounds) {
        Round median = Round.median(rounds);
        Latencies times = new Latencies();
        long unscreened = 0;
        for (Round round : rounds) {
            times.add(round.result().latencies());
            unscreened += round.result().unscreened();
        }
        return Text.row(
                connections,
                name + (unscreened == 0 ? "" : " (" + unscreened + " calls without a verdict)"),
                Text.number(median.result().rate()),
                Text.of("%.2f", median.ratio()),
                Text.time(times.quantile(0.5)),
                Text.time(times.quantile(0.99)),
                Text.time(times.quantile(0.999)),
                Text.time(median.processorTime()));
    }
}

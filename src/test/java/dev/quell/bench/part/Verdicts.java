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
    /** Connections of the load that lasts. */
    private static final int MANY = 64;

    private static final int CALLERS = 500_000;

    @Override
    public String key() {
        return "verdicts";
    }

    @Override
    public String heading() {
        return "Verdicts a second over FastAGI";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException, InterruptedException {
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
            Backlog backlog = contenders.backlog();
            warm(contenders, population, plan);
            backlog.settle();
            Backlog peaks = contenders.backlog();
            for (int connections : CONNECTIONS) {
                lines.addAll(rows(contenders, population, connections, plan, peaks));
            }
            lines.addAll(forGood(contenders, population, plan, backlog));
            lines.addAll(peaks(peaks, plan));
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

    /** How fast it is for as long as one likes: with so much put off that what comes is taken in as fast as it comes. */
    private static List<String> forGood(Contenders contenders, Population population, Plan plan, Backlog backlog)
            throws IOException, InterruptedException {
        Duration time = plan.time(Duration.ofSeconds(5), Duration.ofSeconds(20));
        Contender bare = contenders.all().getFirst();
        Round base = Round.run(bare, population, MANY, plan.time(Duration.ofSeconds(2), Duration.ofSeconds(3)), 0);
        Load.closed(contenders.quell().asterisk()::screen, population, MANY, time);
        double before = backlog.behind();
        Round round = Round.run(
                contenders.quell(), population, MANY, time, base.result().rate());
        double grown = backlog.behind() - before;
        String name = "Quell, durable and in the database (%s a second more waited at the end than at the beginning)";
        Text.progress(
                "  for good: %.0f/s, ratio %.2f, behind by %.0f more",
                round.result().rate(), round.ratio(), grown);
        return List.of(row(MANY, name.formatted(Text.number(Math.max(0, grown) / time.toSeconds())), List.of(round)));
    }

    private static List<String> peaks(Backlog peaks, Plan plan) {
        return List.of(
                "",
                Text.of(
                        "In a peak verdicts are durable in the journal, and the database takes them in with less haste, as long as there is room for what waits (%s of"
                                + " journal here, an eighth of the heap of 2 GiB). After a round of %d s it was behind by at most %s verdicts, and took them in at %s a second"
                                + " while nobody called; their log lines were written in the same time. The last row is what lasts: after %d s of the same load the"
                                + " room is so full that what comes is taken in as it comes.",
                        Contenders.JOURNAL,
                        plan.time(Duration.ofSeconds(2), Duration.ofSeconds(3)).toSeconds(),
                        Text.number(peaks.largest()),
                        Text.number(peaks.rate()),
                        plan.time(Duration.ofSeconds(5), Duration.ofSeconds(20)).toSeconds()));
    }

    private static List<String> rows(
            Contenders contenders, Population population, int connections, Plan plan, Backlog peaks)
            throws IOException, InterruptedException {
        Map<String, List<Round>> rounds = new TreeMap<>();
        Duration time = plan.time(Duration.ofSeconds(2), Duration.ofSeconds(3));
        for (int n = 0; n < plan.rounds(); n++) {
            double base = 0;
            for (Contender contender : contenders.all()) {
                Round round = Round.run(contender, population, connections, time, base);
                base = base == 0 ? round.result().rate() : base;
                rounds.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(round);
                if (contender.equals(contenders.quell())) {
                    peaks.settle();
                }
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

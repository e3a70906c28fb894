package dev.quell.e2e;

import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.stage.Site;
import dev.quell.e2e.stage.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What screening is to a real Asterisk: the time of a call's step, and the processor time of a call with Quell and without, of two Asterisks at once.
 * Run by hand; needs what the end-to-end tests need, and the packaged service. Arguments: rounds and seconds of each measure of the step.
 */
public final class DialplanBench implements AutoCloseable {

    private static final String SCREENED = "4600";
    private static final String QUESTION = "4800";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Site site;
    private final AsteriskUnderTest asterisk;
    private final int rounds;
    private final int seconds;

    private DialplanBench(int rounds, int seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
        this.site = Site.start(1, 1, Map.of("quell.screening.journal-wait", "1s"));
        this.asterisk = site.asterisk();
        asterisk.quiet();
    }

    /** Prints the figures in Markdown. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        measure(rounds, seconds, false).forEach(System.out::println);
    }

    /**
     * Measures everything.
     *
     * @param rounds how often each is measured in turn, 1 or more
     * @param seconds how long calls come in each run, 1 or more
     * @param quick leaves out calls of more than 20 seconds
     * @return the figures as lines in Markdown
     */
    public static List<String> measure(int rounds, int seconds, boolean quick) {
        List<String> lines = new ArrayList<>();
        try (DialplanBench bench = new DialplanBench(rounds, seconds)) {
            lines.addAll(bench.steps());
            lines.add("");
        }
        try (CallCosts costs = new CallCosts()) {
            lines.addAll(costs.lines(quick));
        }
        return lines;
    }

    private List<String> steps() {
        List<String> lines = new ArrayList<>();
        lines.add("| calls/s | step | calls | p50 | p99 | slowest |");
        lines.add("|---|---|---|---|---|---|");
        calls(SCREENED, 20, 10);
        for (int rate : new int[] {50, 100}) {
            Map<String, List<Long>> took = new TreeMap<>();
            for (int n = 0; n < rounds; n++) {
                for (String line : List.of(QUESTION, SCREENED)) {
                    took.computeIfAbsent(line, any -> new ArrayList<>()).addAll(calls(line, rate * seconds, rate));
                }
            }
            lines.add(row(rate, "the question alone, `AGI()`", took.get(QUESTION)));
            lines.add(row(rate, "the whole, `Gosub(quell-screen)`", took.get(SCREENED)));
        }
        return lines;
    }

    /** Places calls and gives the time of each one's step in microseconds. */
    private List<Long> calls(String line, int size, int rate) {
        int before = Step.of(asterisk).size();
        try (Crowd crowd = new Crowd("1366", line, size, rate, Dial.TRUNK, asterisk.sipPort())) {
            crowd.dispersed(PATIENCE);
        }
        return Step.of(asterisk).stream()
                .skip(before)
                .map(step -> step.took().toNanos() / 1000)
                .toList();
    }

    private static String row(int rate, String what, List<Long> took) {
        List<Long> sorted = took.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %d | %s | %d | %.2f ms | %.2f ms | %.1f ms |",
                rate,
                what,
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1000.0;
    }

    @Override
    public void close() {
        site.close();
    }
}

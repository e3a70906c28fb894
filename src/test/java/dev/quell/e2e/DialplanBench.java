package dev.quell.e2e;

import dev.quell.bench.server.BareResponder;
import dev.quell.bench.server.Cores;
import dev.quell.bench.server.ServerProcess;
import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.Programs;
import dev.quell.e2e.stage.Site;
import dev.quell.e2e.stage.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What screening is to a real Asterisk: the time of a call's step beside the same steps before a responder that does not think, and the processor time of
 * a call with Quell and without, of two Asterisks at once. Run by hand; needs what the end-to-end tests need, and the packaged service. Arguments: rounds
 * and seconds of each measure of the step.
 */
public final class DialplanBench implements AutoCloseable {

    private static final int RATE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What is timed, and the line that does it. */
    private enum Timed {
        FLOOR("4850", "an `AGI()` without arguments, bare responder: the floor"),
        QUESTION("4800", "`AGI()` with the call's facts, Quell"),
        DIALPLAN("4860", "`Gosub(quell-screen)`, bare responder in Quell's place"),
        WHOLE("4600", "`Gosub(quell-screen)`, Quell: the whole");

        private final String line;
        private final String words;

        Timed(String line, String words) {
            this.line = line;
            this.words = words;
        }
    }

    private final Site site;
    private final AsteriskUnderTest asterisk;
    private final ServerProcess bare;

    private DialplanBench() throws IOException, InterruptedException {
        site = Site.start(1, 1, Map.of("quell.screening.journal-wait", "1s"));
        asterisk = site.asterisk();
        asterisk.quiet();
        int port = ServerProcess.freePort();
        bare = ServerProcess.start(
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                BareResponder.class.getName(),
                List.of(String.valueOf(port)),
                Programs.get().folder("bare").resolve("log"));
        bare.awaitPort(port);
        Cores.all().give(bare.pid());
        asterisk.rx("dialplan set global BARE agi://127.0.0.1:" + port);
    }

    /** Prints the figures in Markdown. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        measure(rounds, seconds, false).forEach(System.out::println);
    }

    /**
     * Measures everything.
     *
     * @param rounds how often each step is measured in turn, 1 or more
     * @param seconds how long calls come in each run, 1 or more
     * @param quick fewer calls for the processor time
     * @return the figures as lines in Markdown
     */
    public static List<String> measure(int rounds, int seconds, boolean quick)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (DialplanBench bench = new DialplanBench()) {
            lines.addAll(bench.steps(rounds, seconds));
            lines.add("");
        }
        try (CallCosts costs = new CallCosts()) {
            lines.addAll(costs.lines(quick));
        }
        return lines;
    }

    private List<String> steps(int rounds, int seconds) {
        for (Timed timed : Timed.values()) {
            calls(timed, 3);
        }
        Map<Timed, List<Long>> took = new EnumMap<>(Timed.class);
        for (int n = 0; n < rounds; n++) {
            for (Timed timed : Timed.values()) {
                took.computeIfAbsent(timed, any -> new ArrayList<>()).addAll(calls(timed, seconds));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("| step, at " + RATE + " calls/s | calls | p50 | p99 | slowest | p50 by the floor's |");
        lines.add("|---|---|---|---|---|---|");
        double floor = at(took.get(Timed.FLOOR), 0.5);
        took.forEach((timed, times) -> lines.add(row(timed, times, floor)));
        lines.add("");
        lines.add(parts(took));
        return lines;
    }

    /** Places calls and gives the time of each one's step in microseconds. */
    private List<Long> calls(Timed timed, int seconds) {
        int before = Step.of(asterisk).size();
        try (Crowd crowd = new Crowd("1366", timed.line, RATE * seconds, RATE, Dial.TRUNK, asterisk.sipPort())) {
            crowd.dispersed(PATIENCE);
        }
        return Step.of(asterisk).stream()
                .skip(before)
                .filter(Step::screened)
                .map(step -> step.took().toNanos() / 1000)
                .toList();
    }

    private static String row(Timed timed, List<Long> took, double floor) {
        double middle = at(took, 0.5);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f ms | %.2f ms | %.1f ms | %.1f |",
                timed.words,
                took.size(),
                middle,
                at(took, 0.99),
                at(took, 1),
                middle / floor);
    }

    private static String parts(Map<Timed, List<Long>> took) {
        double floor = at(took.get(Timed.FLOOR), 0.5);
        double dialplan = at(took.get(Timed.DIALPLAN), 0.5);
        double whole = at(took.get(Timed.WHOLE), 0.5);
        return String.format(
                Locale.ROOT,
                "So of the whole's median %.2f ms are any FastAGI request's, %.2f ms the dialplan's, and %.2f ms the service's, which has the verdict on the disk"
                        + " before it answers: %.2f of the whole.",
                floor,
                dialplan - floor,
                whole - dialplan,
                (whole - dialplan) / whole);
    }

    private static double at(List<Long> took, double share) {
        List<Long> sorted = took.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1000.0;
    }

    @Override
    public void close() {
        bare.close();
        site.close();
    }
}

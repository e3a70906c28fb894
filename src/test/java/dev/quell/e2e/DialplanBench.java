package dev.quell.e2e;

import static org.awaitility.Awaitility.await;

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
import java.util.function.Supplier;

/**
 * What screening is to a real Asterisk: the time of a call's step, and the processor time of a call with it and without, in the same run and in turns.
 * Run by hand; needs what the end-to-end tests need, and the packaged service. Arguments: rounds, seconds a run.
 */
public final class DialplanBench implements AutoCloseable {

    private static final String SCREENED = "4600";
    private static final String NOT_SCREENED = "4700";
    private static final String QUESTION = "4800";
    private static final String TALK_SCREENED = "4910";
    private static final String TALK = "4920";
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
        measure(rounds, seconds).forEach(System.out::println);
    }

    /**
     * Measures everything.
     *
     * @param rounds how often each is measured in turn, 1 or more
     * @param seconds how long calls come in each run, 1 or more
     * @return the figures as lines in Markdown
     */
    public static List<String> measure(int rounds, int seconds) {
        try (DialplanBench bench = new DialplanBench(rounds, seconds)) {
            List<String> lines = new ArrayList<>(bench.steps());
            lines.add("");
            lines.addAll(bench.costs());
            lines.add("");
            lines.addAll(bench.capacity());
            return lines;
        }
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

    private List<String> costs() {
        List<String> lines = new ArrayList<>();
        lines.add("| a call | Asterisk's CPU without | with | ratio |");
        lines.add("|---|---|---|---|");
        lines.add(cost("no sound, half a second", NOT_SCREENED, SCREENED, Duration.ZERO, 40));
        lines.add(cost("15 s of sound, echoed", TALK, TALK_SCREENED, Duration.ofSeconds(15), 8));
        lines.add(cost("60 s of sound, echoed", TALK, TALK_SCREENED, Duration.ofSeconds(60), 4));
        return lines;
    }

    private String cost(String what, String without, String with, Duration talk, int rate) {
        double plain = 0;
        double screened = 0;
        for (int n = 0; n < rounds; n++) {
            plain += cpu(without, talk, rate);
            screened += cpu(with, talk, rate);
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.2f |",
                what,
                plain / rounds,
                screened / rounds,
                plain / screened);
    }

    /** Asterisk's processor time for a call, in milliseconds. */
    private double cpu(String line, Duration talk, int rate) {
        int size = rate * seconds;
        Duration before = asterisk.cpu();
        Supplier<Crowd> place = () -> talk.isZero()
                ? new Crowd("1365", line, size, rate, Dial.TRUNK, asterisk.sipPort())
                : Crowd.talking("1365", line, size, rate, asterisk.sipPort(), talk);
        try (Crowd crowd = place.get()) {
            crowd.dispersed(PATIENCE);
        }
        await("all calls are over")
                .atMost(PATIENCE)
                .until(() -> asterisk.channels().isEmpty());
        return asterisk.cpu().minus(before).toNanos() / 1e6 / size;
    }

    private List<String> capacity() {
        int plain = highest(NOT_SCREENED);
        int screened = highest(SCREENED);
        return List.of(String.format(
                Locale.ROOT,
                "Calls without sound that are all but 1 %% answered within half a second: %d calls/s without screening, %d with it, ratio %.2f. SIPp and the service share the"
                        + " processors.",
                plain,
                screened,
                (double) screened / plain));
    }

    /** The highest rate of calls of which 1 % at most are not answered within half a second. */
    private int highest(String line) {
        int rate = 50;
        while (rate < 2000 && answered(line, rate)) {
            rate = rate * 5 / 4;
        }
        return rate * 4 / 5;
    }

    private boolean answered(String line, int rate) {
        int size = rate * Math.min(seconds, 5);
        try (Crowd crowd = new Crowd("1364", line, size, rate, Dial.TRUNK, asterisk.sipPort())) {
            crowd.dispersed(PATIENCE);
            return crowd.unanswered() * 100 <= size;
        } finally {
            await("all calls are over")
                    .atMost(PATIENCE)
                    .until(() -> asterisk.channels().isEmpty());
        }
    }

    @Override
    public void close() {
        site.close();
    }
}

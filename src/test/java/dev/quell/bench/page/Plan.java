package dev.quell.bench.page;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the page is to be made.
 *
 * @param quick shorter runs and smaller sizes, for a look; its figures are not the page's
 * @param only the parts to measure, by key; empty: all
 * @param steady how long the open loop runs
 * @param rounds how often throughput is measured in turn
 * @param out the page
 * @param directory where servers keep their data and their output
 */
public record Plan(boolean quick, List<String> only, Duration steady, int rounds, Path out, Path directory) {

    public Plan {
        only = List.copyOf(only);
    }

    /** Reads {@code --quick}, {@code --only=a,b}, {@code --steady=10m}, {@code --rounds=5}, {@code --out=path}, {@code --work=path}. */
    static Plan of(List<String> arguments) {
        boolean quick = arguments.contains("--quick");
        String only = value(arguments, "only", "");
        return new Plan(
                quick,
                only.isEmpty() ? List.of() : List.of(only.split(",")),
                Duration.parse("PT" + value(arguments, "steady", quick ? "20s" : "10m")),
                Integer.parseInt(value(arguments, "rounds", quick ? "1" : "5")),
                Path.of(value(arguments, "out", quick ? "target/bench/performance.md" : "src/docs/performance.md")),
                Path.of(value(arguments, "work", "target/bench")));
    }

    private static String value(List<String> arguments, String key, String absent) {
        String begin = "--" + key + "=";
        for (String argument : arguments) {
            if (argument.startsWith(begin)) {
                return argument.substring(begin.length());
            }
            if (!argument.equals("--quick") && !argument.matches("--(only|steady|rounds|out|work)=.*")) {
                throw new IllegalArgumentException(
                        argument + " is not known; there are --quick, --only, --steady, --rounds, --out and --work");
            }
        }
        return absent;
    }

    /** What earlier runs and parts have found. */
    public Findings findings() {
        return new Findings(directory);
    }

    /** The longer of two times, by whether a quick look is wanted. */
    public Duration time(Duration quickly, Duration fully) {
        return quick ? quickly : fully;
    }

    /** The larger of two sizes, by whether a quick look is wanted. */
    public int size(int quickly, int fully) {
        return quick ? quickly : fully;
    }
}

package dev.quell.bench.part;

import dev.quell.bench.page.Text;
import dev.quell.bench.server.ServerProcess;
import dev.quell.load.Answer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.Load;
import dev.quell.load.LoadResult;
import dev.quell.load.PlacedCall;
import dev.quell.load.Population;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;

/**
 * One server under calls that come at their own pace.
 *
 * @param server how the page calls it
 * @param perSecond calls a second
 * @param length for how long calls came
 * @param refused ends that were not taken
 * @param cores how many of them the server kept busy
 */
record OpenLoop(String server, int perSecond, Duration length, LoadResult result, long refused, double cores) {

    /** What is asked.
     *
     * @param told tells a call's end; false if it was not taken
     */
    record Asked(String name, ServerProcess process, FakeAsterisk asterisk, BiPredicate<PlacedCall, Answer> told) {}

    static OpenLoop run(Asked asked, Population population, int perSecond, Duration length) {
        LongAdder refused = new LongAdder();
        Duration before = asked.process().processorTime();
        LoadResult result = Load.open(
                asked.asterisk()::screen,
                (call, answer) -> {
                    if (!asked.told().test(call, answer)) {
                        refused.increment();
                    }
                },
                population,
                perSecond,
                length);
        Duration used = asked.process().processorTime().minus(before);
        double cores = (double) used.toNanos() / result.took().toNanos();
        OpenLoop run = new OpenLoop(asked.name(), perSecond, length, result, refused.sum(), cores);
        Text.progress("  %s, %d/s: %s, p99 %s", asked.name(), perSecond, result.answers(), run.quantile(0.99));
        return run;
    }

    /** The table's head. */
    static String head() {
        return Text.row(
                "server",
                "calls/s",
                "for",
                "verdicts",
                "without one",
                "ends not taken",
                "p50",
                "p99",
                "p99.9",
                "longest",
                "cores busy");
    }

    /** Its row of the table. */
    String row() {
        return Text.row(
                server,
                Text.number(perSecond),
                length.toSeconds() + " s",
                Text.number(result.verdicts()),
                result.unscreened(),
                refused,
                quantile(0.5),
                quantile(0.99),
                quantile(0.999),
                Text.time(result.latencies().longest()),
                Text.of("%.2f", cores));
    }

    /** How many times another's time this share of calls had. */
    double times(OpenLoop other, double share) {
        return (double) result.latencies().quantile(share).toNanos()
                / Math.max(1, other.result().latencies().quantile(share).toNanos());
    }

    private String quantile(double share) {
        return Text.time(result.latencies().quantile(share));
    }
}

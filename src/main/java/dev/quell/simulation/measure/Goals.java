package dev.quell.simulation.measure;

import dev.quell.backtest.measure.Confusion.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The goals of the classifier, held against a run. */
final class Goals {

    /** In these nobody may be blocked, whoever calls. */
    private static final List<String> NEVER_BLOCKED = List.of(
            "poisoner",
            "heze-as-customer",
            "caller-in-danger",
            "tty",
            "trunk-fault",
            "one-way-silence",
            "call-back-storm",
            "flood");

    private static final double BLOCKED = 0.0001;
    private static final double DETERRED = 0.001;
    private static final double TAGGED = 0.01;

    private static final String HEZE = "PPPLLBBBBBBBBBBB";
    private static final String HEZE_AS_CUSTOMER = "PPPLLLLLLLLLLLLL";

    private Goals() {}

    static List<Goal> of(Results results) {
        List<Goal> goals = new ArrayList<>();
        share(goals, "good callers blocked", BLOCKED, results.good(), Met.BLOCK);
        share(goals, "good callers deterred", DETERRED, results.good(), Met.DETER);
        share(goals, "good callers tagged", TAGGED, results.good(), Met.TAG);
        NEVER_BLOCKED.forEach(scenario -> unblocked(goals, scenario, results));
        recycled(goals, results);
        results.decisions().forEach(decision -> soon(goals, decision));
        sequence(goals, "heze", HEZE, results);
        sequence(goals, "heze-as-customer", HEZE_AS_CUSTOMER, results);
        flood(goals, results);
        return List.copyOf(goals);
    }

    private static void share(List<Goal> goals, String name, double most, Row good, Met what) {
        Share callers = good.callers(what);
        Share calls = good.calls(what);
        goals.add(new Goal(
                name,
                "at most " + Written.percent(most) + " of callers and of calls",
                Written.share(callers) + " of callers, " + Written.share(calls) + " of calls",
                callers.value() <= most && calls.value() <= most));
    }

    private static void unblocked(List<Goal> goals, String scenario, Results results) {
        List<Row> rows = results.rows().stream()
                .filter(row -> row.scenario().equals(scenario))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        long made = rows.stream().mapToLong(Row::blocks).sum();
        long met = rows.stream().mapToLong(row -> row.calls(Met.BLOCK).part()).sum();
        goals.add(noBlocks(scenario, made, met));
    }

    private static void recycled(List<Goal> goals, Results results) {
        results.row("recycled-number", false)
                .ifPresent(row -> goals.add(noBlocks(
                        row.scenario(), row.blocks(), row.calls(Met.BLOCK).part())));
    }

    private static Goal noBlocks(String scenario, long made, long met) {
        return new Goal(
                "no block: " + scenario,
                "0 blocks made, 0 calls blocked",
                String.format(Locale.ROOT, "%d made, %d calls blocked", made, met),
                made == 0 && met == 0);
    }

    private static void soon(List<Goal> goals, TimeToDecision decision) {
        if (decision.callers() > 0 && !Double.isNaN(decision.wanted())) {
            goals.add(new Goal(
                    decision.what(),
                    String.format(Locale.ROOT, "by call %.0f (median)", decision.wanted()),
                    "call " + Written.call(decision.median()) + " (median of " + decision.callers() + "), 90 %: "
                            + Written.call(decision.ninetieth()),
                    decision.median() <= decision.wanted()));
        }
    }

    private static void sequence(List<Goal> goals, String scenario, String wanted, Results results) {
        List<String> found = results.sequences().getOrDefault(scenario, List.of());
        if (!found.isEmpty()) {
            goals.add(new Goal(
                    scenario,
                    wanted,
                    String.join(" ", Set.copyOf(found)),
                    found.stream().allMatch(wanted::equals)));
        }
    }

    private static void flood(List<Goal> goals, Results results) {
        results.row("flood", true).ifPresent(row -> {
            long seen = results.floodCalls().getOrDefault("flood", 0L);
            goals.add(new Goal(
                    "flood mode",
                    "at least half of its calls taken for a flood",
                    String.format(Locale.ROOT, "%d of %d", seen, row.calls()),
                    seen * 2 >= row.calls()));
        });
    }
}

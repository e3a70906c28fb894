package dev.quell.simulation.output;

import dev.quell.backtest.measure.Confusion.Share;
import dev.quell.backtest.measure.Reliability;
import dev.quell.simulation.measure.Goal;
import dev.quell.simulation.measure.Met;
import dev.quell.simulation.measure.Results;
import dev.quell.simulation.measure.Row;
import dev.quell.simulation.measure.TimeToDecision;
import dev.quell.simulation.measure.Written;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables of a run. */
final class Tables {

    private Tables() {}

    /** What must hold beside what was found. */
    static TextTable goals(Results results) {
        TextTable table = new TextTable("goal", "wanted", "found", "");
        for (Goal goal : results.goals()) {
            table.add(goal.name(), goal.wanted(), goal.found(), goal.met() ? "met" : "MISSED");
        }
        return table;
    }

    /** Each scenario: of its callers, how many met what at least once. */
    static TextTable scenarios(Results results) {
        TextTable table = new TextTable(
                "scenario",
                "callers are",
                "callers",
                "calls",
                "tagged",
                "challenged",
                "listened",
                "deterred",
                "blocked",
                "calls diverted",
                "blocks made");
        Stream.concat(results.rows().stream(), Stream.of(results.good(), results.nuisance()))
                .forEach(row -> table.add(
                        row.scenario(),
                        row.nuisance() ? "nuisance" : "good",
                        Long.toString(row.callers()),
                        Long.toString(row.calls()),
                        Written.share(row.callers(Met.TAG)),
                        Written.share(row.callers(Met.CHALLENGE)),
                        Written.share(row.callers(Met.LISTEN)),
                        Written.share(row.callers(Met.DETER)),
                        Written.share(row.callers(Met.BLOCK)),
                        Written.percent(diverted(row).value()),
                        Long.toString(row.blocks())));
        return table;
    }

    private static Share diverted(Row row) {
        long passed = row.calls(Met.PASS).part() + row.calls(Met.TAG).part();
        return new Share(row.calls() - passed, row.calls());
    }

    /** The good callers hurt, with intervals. */
    static TextTable hurt(Results results) {
        TextTable table =
                new TextTable("good callers", "of callers", "of 100,000 callers", "of calls", "of 100,000 calls");
        for (Met what : List.of(Met.TAG, Met.CHALLENGE, Met.LISTEN, Met.DETER, Met.BLOCK)) {
            Share callers = results.good().callers(what);
            Share calls = results.good().calls(what);
            table.add(
                    what.name().toLowerCase(Locale.ROOT),
                    Written.interval(callers),
                    number(callers.per100k(), 1),
                    Written.interval(calls),
                    number(calls.per100k(), 1));
        }
        return table;
    }

    /** How soon harassers met what. */
    static TextTable decisions(Results results) {
        TextTable table = new TextTable("which call was the first", "wanted", "callers", "median", "90 %");
        for (TimeToDecision decision : results.decisions()) {
            table.add(
                    decision.what(),
                    Written.call(decision.wanted()),
                    Integer.toString(decision.callers()),
                    Written.call(decision.median()),
                    Written.call(decision.ninetieth()));
        }
        return table;
    }

    /** Whether a probability means what it says. */
    static TextTable reliability(Results results) {
        TextTable table = new TextTable("probability said", "calls", "mean said", "nuisance seen");
        for (Reliability.Bin bin : results.reliability().bins()) {
            table.add(
                    "%s–%s".formatted(number(bin.from(), 1), number(bin.to(), 1)),
                    Long.toString(bin.seen().of()),
                    number(bin.said(), 3),
                    Written.interval(bin.seen()));
        }
        return table;
    }

    /** The figures of merit in one line. */
    static String merit(Results results) {
        return "Brier score %s, expected calibration error %s, AUC %s, average precision %s (per call, at arrival; %s of the calls are nuisance)."
                .formatted(
                        number(results.reliability().brier(), 4),
                        number(results.reliability().expectedError(), 4),
                        number(results.auc(), 3),
                        number(results.averagePrecision(), 3),
                        Written.percent((double) results.nuisance().calls()
                                / (results.nuisance().calls() + results.good().calls())));
    }

    private static String number(double value, int places) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + places + "f", value);
    }
}

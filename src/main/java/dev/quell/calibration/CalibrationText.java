package dev.quell.calibration;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A calibration's findings for people: what it learned from, what it did on the held-out calls, and what that does not say. */
public final class CalibrationText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String ROW = "%-34s %14s %14s";

    private CalibrationText() {}

    /** The findings, line by line. */
    public static List<String> of(CalibrationResult result, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        Labels labels = result.labels();
        lines.add(String.format(
                Locale.ROOT,
                "Labelled: %,d nuisance calls of %,d callers and %,d good calls of %,d callers, among %,d calls.",
                labels.nuisanceCalls(),
                labels.nuisanceCallers(),
                labels.goodCalls(),
                labels.goodCallers(),
                result.calls()));
        result.tested().ifPresent(tested -> {
            lines.addAll(split(result.split(), zone));
            lines.add("");
            lines.addAll(figures(tested.comparison()));
            lines.add("");
            lines.addAll(limits(result));
        });
        result.refusal().ifPresent(why -> {
            lines.add("");
            lines.add("Nothing is proposed: " + why + ".");
        });
        return lines;
    }

    private static List<String> split(Split split, ZoneId zone) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Learned from %,d of them before %s; held out are %,d of callers who called for the first time after it.",
                        split.training().size(),
                        MOMENT.format(split.cut().atZone(zone)),
                        split.heldOut().size()),
                String.format(
                        Locale.ROOT,
                        "Left out are %,d later ones of earlier callers, so that no caller is on both sides.",
                        split.leftOut()));
    }

    private static List<String> figures(Comparison comparison) {
        Figures before = comparison.before();
        Figures after = comparison.after();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, ROW, "On the held-out calls", "present", "proposed"));
        lines.add(number("AUC", before.auc(), after.auc()));
        lines.add(number("average precision", before.averagePrecision(), after.averagePrecision()));
        lines.add(number("log loss", before.logLoss(), after.logLoss()));
        lines.add(number("Brier score", before.brier(), after.brier()));
        lines.add(number("expected calibration error", before.calibrationError(), after.calibrationError()));
        for (Treated treated : Treated.values()) {
            lines.add(counts("nuisance calls " + treated.words(), treated, before, after, true));
        }
        for (Treated treated : Treated.values()) {
            lines.add(counts("good calls " + treated.words(), treated, before, after, false));
        }
        lines.add(String.format(
                Locale.ROOT,
                ROW,
                "good callers deterred or blocked",
                before.goodCallersHurt(),
                after.goodCallersHurt()));
        lines.add(String.format(
                Locale.ROOT,
                "The log loss is lower by %.1f standard errors, callers being the units.",
                comparison.advantage()));
        return lines;
    }

    private static String number(String what, double before, double after) {
        return String.format(
                Locale.ROOT,
                ROW,
                what,
                String.format(Locale.ROOT, "%.4f", before),
                String.format(Locale.ROOT, "%.4f", after));
    }

    private static String counts(String what, Treated treated, Figures before, Figures after, boolean nuisance) {
        return String.format(
                Locale.ROOT,
                ROW,
                what,
                (nuisance ? before.nuisance() : before.good()).getOrDefault(treated, 0L),
                (nuisance ? after.nuisance() : after.good()).getOrDefault(treated, 0L));
    }

    private static List<String> limits(CalibrationResult result) {
        double labelled = result.labels().nuisanceCalls() + result.labels().goodCalls();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%.1f %% of the calls have a label; those without one are mostly short talks and calls that nobody flagged.",
                        100 * labelled / result.calls()),
                "The prior is set as if all others were good; it is too low where agents flag seldom.",
                "Calls that were kept from the agents have no label, so nothing here was learned from them.",
                "AUC and average precision are of labelled calls, which are easier to tell apart than all calls.",
                "Of several contributions of one family the largest counts whole: it was held, the rest fitted, in turn.");
    }
}

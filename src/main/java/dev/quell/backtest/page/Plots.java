package dev.quell.backtest.page;

import dev.quell.backtest.page.Section.Kind;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Measured;
import java.util.List;
import java.util.Optional;

/** The plots of a page, by the part that they belong to. */
final class Plots {

    private final BacktestResult result;
    private final Words words;

    Plots(BacktestResult result, Words words) {
        this.result = result;
        this.words = words;
    }

    /** The plots of a part as HTML; empty if it has none. */
    String of(Kind kind) {
        List<String> plots = switch (kind) {
            case SCORE -> result.run().measured().map(this::score).orElse(List.of());
            case ACTIONS ->
                result.run().days().size() < 2
                        ? List.of()
                        : List.of(new DaysPlot(result.run().days(), words).svg());
            case DIFFERENCE ->
                result.difference()
                        .map(difference -> List.of(new MatrixPlot(difference, words).html()))
                        .orElse(List.of());
            case HEAD, WARNING, HURT, CLASSES, COVERAGE, INPUT -> List.of();
        };
        return plots.isEmpty() ? "" : "<div class=\"plots\">\n" + String.join("", plots) + "</div>\n";
    }

    private List<String> score(Measured measured) {
        Optional<Measured> before =
                result.difference().flatMap(difference -> difference.before().measured());
        CurvePlots curves = new CurvePlots(measured, before, words);
        return List.of(
                curves.roc(),
                curves.precisionRecall(),
                new HistogramPlot(measured.roc().histogram(40), words).svg(),
                new ReliabilityPlot(measured.reliability(), words).svg());
    }
}

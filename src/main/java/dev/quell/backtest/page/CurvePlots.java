package dev.quell.backtest.page;

import dev.quell.backtest.measure.Roc;
import dev.quell.backtest.measure.Roc.Point;
import dev.quell.backtest.page.Axes.Mark;
import dev.quell.backtest.result.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ROC and the precision-recall curve, with those of the other settings if there are two. */
final class CurvePlots {

    private static final int POINTS = 200;
    /** The ROC's rates are shown from 1 in 10,000 on, for nobody wants to hurt more than a few of the good. */
    private static final double DECADES = 4;

    private final Roc roc;
    private final Optional<Roc> before;
    private final Words words;

    CurvePlots(Measured measured, Optional<Measured> before, Words words) {
        this.roc = measured.roc();
        this.before = before.map(Measured::roc);
        this.words = words;
    }

    String roc() {
        String title = words.of("ROC, area ", "ROC 曲线，面积 ") + Figures.ratio(roc.auc());
        Axes axes = new Axes(
                        "roc",
                        title,
                        words.of(
                                        "Recall at a false-positive rate of 0.01, 0.1 and 1 per cent: %s, %s, %s.",
                                        "误报率为 0.01、0.1、1 %% 时的召回率：%s、%s、%s。")
                                .formatted(
                                        Figures.percent(roc.recallAt(0.0001)),
                                        Figures.percent(roc.recallAt(0.001)),
                                        Figures.percent(roc.recallAt(0.01))),
                        words.of("false-positive rate (log)", "误报率（对数）"),
                        words.of("recall", "召回率"))
                .across(List.of(
                        new Mark(0, "0.01 %"),
                        new Mark(0.25, "0.1 %"),
                        new Mark(0.5, "1 %"),
                        new Mark(0.75, "10 %"),
                        new Mark(1, "100 %")))
                .up(Axes.unit());
        axes.path("chance", chance());
        before.ifPresent(was -> axes.path("before", logarithmic(was)));
        return axes.path("curve", logarithmic(roc)).closed(legend(words.of("by chance", "随机")));
    }

    String precisionRecall() {
        String title = words.of("Precision and recall, average precision ", "精确率与召回率，平均精确率 ")
                + Figures.ratio(roc.averagePrecision());
        double base = (double) roc.nuisance() / Math.max(1, roc.nuisance() + roc.good());
        Axes axes = new Axes(
                        "pr",
                        title,
                        words.of("By chance the precision would be ", "随机时精确率为 ") + Figures.percent(base),
                        words.of("recall", "召回率"),
                        words.of("precision", "精确率"))
                .across(Axes.unit())
                .up(Axes.unit())
                .line("chance", 0, base, 1, base);
        before.ifPresent(was -> axes.path("before", linear(was.precisionRecallPoints(POINTS))));
        return axes.path("curve", linear(roc.precisionRecallPoints(POINTS)))
                .closed(legend(words.of("by chance", "随机")));
    }

    private List<Mark> legend(String chance) {
        List<Mark> legend = new ArrayList<>();
        if (before.isPresent()) {
            legend.add(Mark.key("curve", words.of("after", "之后")));
            legend.add(Mark.key("before", words.of("before", "之前")));
        }
        legend.add(Mark.key("chance", chance));
        return legend;
    }

    private static List<double[]> linear(List<Point> points) {
        return points.stream().map(point -> new double[] {point.x(), point.y()}).toList();
    }

    /** Steps: between two thresholds the recall stays as it was. */
    private static List<double[]> logarithmic(Roc roc) {
        List<double[]> path = new ArrayList<>();
        double recall = 0;
        for (Point point : roc.rocPoints(Integer.MAX_VALUE)) {
            double x = place(point.x());
            boolean moves = path.isEmpty() || x - path.getLast()[0] > 0.004 || point.y() - path.getLast()[1] > 0.004;
            if (moves || point.x() == 1) {
                path.add(new double[] {x, recall});
                path.add(new double[] {x, point.y()});
            }
            recall = point.y();
        }
        return path;
    }

    private static List<double[]> chance() {
        List<double[]> path = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            path.add(new double[] {i / 40.0, Math.pow(10, (i / 40.0 - 1) * DECADES)});
        }
        return path;
    }

    private static double place(double rate) {
        return rate <= 0 ? 0 : Math.max(0, 1 + Math.log10(rate) / DECADES);
    }
}

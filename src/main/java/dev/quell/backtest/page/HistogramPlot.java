package dev.quell.backtest.page;

import dev.quell.backtest.measure.Histogram;
import dev.quell.backtest.page.Axes.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scores of good and nuisance callers, each as the share of its kind, on a scale of roots that shows few among many. */
final class HistogramPlot {

    private final Histogram histogram;
    private final Words words;

    HistogramPlot(Histogram histogram, Words words) {
        this.histogram = histogram;
        this.words = words;
    }

    String svg() {
        long goods = Math.max(
                1, histogram.bins().stream().mapToLong(Histogram.Bin::good).sum());
        long bads = Math.max(
                1, histogram.bins().stream().mapToLong(Histogram.Bin::nuisance).sum());
        double top = histogram.bins().stream()
                .mapToDouble(bin -> Math.max(bin.good() / (double) goods, bin.nuisance() / (double) bads))
                .filter(share -> share > 0)
                .max()
                .orElse(1);
        Axes axes = new Axes(
                        "scores",
                        words.of("Scores of good and nuisance callers", "正常与骚扰主叫的评分分布"),
                        words.of("How the scores of both kinds are spread.", "两类主叫评分的分布。"),
                        words.of("score, log-odds", "评分（对数几率）"),
                        words.of("share of its kind (root scale)", "占同类比例（平方根刻度）"))
                .across(scores())
                .up(List.of(share(0, top), share(top / 16, top), share(top / 4, top), share(top, top)));
        int size = histogram.bins().size();
        for (int i = 0; i < size; i++) {
            Histogram.Bin bin = histogram.bins().get(i);
            bar(axes, "good", i, size, bin.good(), goods * top, words.of("good", "正常"));
            bar(axes, "nuisance", i, size, bin.nuisance(), bads * top, words.of("nuisance", "骚扰"));
        }
        return axes.closed(
                List.of(Mark.key("good", words.of("good", "正常")), Mark.key("nuisance", words.of("nuisance", "骚扰"))));
    }

    private void bar(Axes axes, String style, int i, int size, long count, double all, String kind) {
        if (count > 0) {
            double half = style.equals("good") ? 0 : 0.5 / size;
            double from = (double) i / size + half;
            String meaning = kind + " " + score(from) + ": " + Figures.count(count);
            axes.box(style, from, 0, from + 0.5 / size, Math.sqrt(count / all), meaning);
        }
    }

    private List<Mark> scores() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            marks.add(new Mark(i / 4.0, score(i / 4.0)));
        }
        return marks;
    }

    private String score(double place) {
        return String.format(Locale.ROOT, "%.1f", histogram.from() + place * (histogram.to() - histogram.from()));
    }

    private static Mark share(double share, double top) {
        return new Mark(Math.sqrt(share / top), Figures.percent(share));
    }
}

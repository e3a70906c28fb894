package dev.quell.backtest.page;

import dev.quell.backtest.measure.Reliability;
import dev.quell.backtest.page.Axes.Mark;
import dev.quell.call.Wilson.Interval;
import java.util.List;

/** What the probability said against what was seen. */
final class ReliabilityPlot {

    private final Reliability reliability;
    private final Words words;

    ReliabilityPlot(Reliability reliability, Words words) {
        this.reliability = reliability;
        this.words = words;
    }

    String svg() {
        Axes axes = new Axes(
                        "reliability",
                        words.of("Reliability, expected error ", "可靠性，预期误差 ")
                                + Figures.ratio(reliability.expectedError()),
                        words.of(
                                "On the diagonal the probability says what was seen; bars are 95 % intervals.",
                                "对角线上概率与所见一致；竖线为 95 % 区间。"),
                        words.of("probability said", "给出的概率"),
                        words.of("share of nuisance seen", "实际骚扰比例"))
                .across(Axes.unit())
                .up(Axes.unit())
                .line("chance", 0, 0, 1, 1);
        axes.path(
                "curve",
                reliability.bins().stream()
                        .map(bin -> new double[] {bin.said(), bin.seen().value()})
                        .toList());
        for (Reliability.Bin bin : reliability.bins()) {
            Interval interval = bin.seen().interval();
            axes.line("whisker", bin.said(), interval.lower(), bin.said(), interval.upper());
            axes.dot(
                    "dot",
                    bin.said(),
                    bin.seen().value(),
                    3.5,
                    Figures.count(bin.seen().part()) + " / "
                            + Figures.count(bin.seen().of()));
        }
        return axes.closed(List.of(
                Mark.key("curve", words.of("seen", "所见")), Mark.key("chance", words.of("as it should be", "理想"))));
    }
}

package dev.quell.backtest.page;

import dev.quell.backtest.measure.Confusion;
import dev.quell.backtest.measure.Confusion.Share;
import dev.quell.backtest.measure.Reliability;
import dev.quell.backtest.result.Delay;
import dev.quell.backtest.result.LevelRow;
import dev.quell.backtest.result.Measured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures against labels as maps and lists. */
final class JsonMeasured {

    private static final int POINTS = 200;

    private JsonMeasured() {}

    static Map<String, Object> of(Measured measured) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("labels", measured.labels());
        tree.put("goodCallers", measured.goodCallers());
        tree.put("nuisanceCallers", measured.nuisanceCallers());
        tree.put("goodCalls", measured.goodCalls());
        tree.put("nuisanceCalls", measured.nuisanceCalls());
        Map<String, Object> levels = new LinkedHashMap<>();
        measured.levels().forEach(row -> levels.put(row.level().name(), level(row)));
        tree.put("levels", levels);
        tree.put("score", measured.score());
        tree.put("roc", roc(measured));
        tree.put("reliability", reliability(measured.reliability()));
        return tree;
    }

    private static Map<String, Object> level(LevelRow row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("callers", confusion(row.callers()));
        tree.put("calls", confusion(row.calls()));
        Delay delay = row.delay();
        Map<String, @Nullable Object> soon = new LinkedHashMap<>();
        soon.put("reached", delay.reached());
        soon.put("never", delay.never());
        soon.put("medianCall", told(delay.medianCall()));
        soon.put("p90Call", told(delay.p90Call()));
        soon.put("medianSeconds", told(delay.medianSeconds()));
        tree.put("delay", soon);
        return tree;
    }

    static Map<String, Object> confusion(Confusion confusion) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("truePositive", confusion.truePositive());
        tree.put("falsePositive", confusion.falsePositive());
        tree.put("trueNegative", confusion.trueNegative());
        tree.put("falseNegative", confusion.falseNegative());
        tree.put("precision", share(confusion.precision()));
        tree.put("recall", share(confusion.recall()));
        tree.put("falsePositiveRate", share(confusion.falsePositiveRate()));
        return tree;
    }

    private static Map<String, @Nullable Object> share(Share share) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", told(share.value()));
        tree.put("lower", share.interval().lower());
        tree.put("upper", share.interval().upper());
        return tree;
    }

    private static Map<String, @Nullable Object> roc(Measured measured) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("auc", told(measured.roc().auc()));
        tree.put("averagePrecision", told(measured.roc().averagePrecision()));
        tree.put("recallAtFalsePositiveRate0001", told(measured.roc().recallAt(0.0001)));
        tree.put("recallAtFalsePositiveRate001", told(measured.roc().recallAt(0.001)));
        tree.put("recallAtFalsePositiveRate01", told(measured.roc().recallAt(0.01)));
        tree.put("distinctScores", measured.roc().distinctScores());
        tree.put("rocPoints", JsonTree.points(measured.roc().rocPoints(POINTS)));
        tree.put("precisionRecallPoints", JsonTree.points(measured.roc().precisionRecallPoints(POINTS)));
        return tree;
    }

    private static Map<String, @Nullable Object> reliability(Reliability reliability) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("brier", told(reliability.brier()));
        tree.put("expectedError", told(reliability.expectedError()));
        List<Map<String, Object>> bins =
                reliability.bins().stream().map(JsonMeasured::bin).toList();
        tree.put("bins", bins);
        return tree;
    }

    private static Map<String, Object> bin(Reliability.Bin bin) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", bin.from());
        tree.put("to", bin.to());
        tree.put("said", bin.said());
        tree.put("nuisance", bin.seen().part());
        tree.put("cases", bin.seen().of());
        return tree;
    }

    private static @Nullable Double told(double value) {
        return Double.isFinite(value) ? value : null;
    }
}

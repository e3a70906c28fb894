package dev.quell.backtest.page;

import dev.quell.backtest.input.BadLine;
import dev.quell.backtest.measure.Roc.Point;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.DayRow;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.InputFacts;
import dev.quell.backtest.result.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A result as maps and lists in the order of their keys. */
final class JsonTree {

    /** Raised when a key changes its meaning or goes. */
    private static final int FORM = 1;

    private JsonTree() {}

    static Map<String, Object> of(BacktestResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("form", FORM);
        tree.put("input", input(result.input()));
        tree.put("coverage", coverage(result));
        tree.put("run", run(result.run()));
        result.difference().ifPresent(difference -> tree.put("difference", difference(difference)));
        return tree;
    }

    private static Map<String, Object> input(InputFacts input) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", input.name());
        tree.put("format", input.kind());
        tree.put("lines", input.lines());
        tree.put("records", input.records());
        tree.put("leftOut", new TreeMap<>(input.leftOut()));
        tree.put("skipped", input.skipped());
        tree.put("unsound", input.unsound());
        List<Object> bad = new ArrayList<>();
        for (BadLine line : input.firstSkipped()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("line", line.lineNumber());
            one.put("fault", line.fault());
            bad.add(one);
        }
        tree.put("firstSkipped", bad);
        tree.put("outOfOrder", input.outOfOrder());
        tree.put("flags", input.flags());
        input.first().map(Instant::toString).ifPresent(first -> tree.put("first", first));
        input.last().map(Instant::toString).ifPresent(last -> tree.put("last", last));
        return tree;
    }

    private static Map<String, Object> coverage(BacktestResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("fed", result.coverage().fed());
        tree.put("unfed", result.coverage().unfed());
        tree.put("notes", result.coverage().notes());
        return tree;
    }

    private static Map<String, Object> run(Run run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("settings", run.settings());
        tree.put("version", run.version());
        tree.put("calls", run.calls());
        tree.put("callers", run.callers());
        Map<String, Object> actions = new LinkedHashMap<>();
        run.actions().forEach(row -> actions.put(row.action().name(), counts(row.calls(), row.callers())));
        tree.put("actions", actions);
        Map<String, Object> classes = new LinkedHashMap<>();
        run.classes().forEach(row -> {
            Map<String, Object> one = counts(row.calls(), row.callers());
            row.measured().ifPresent(measured -> one.put("measured", JsonMeasured.confusion(measured)));
            classes.put(row.callClass().name(), one);
        });
        tree.put("classes", classes);
        tree.put("floorCalls", run.floorCalls());
        tree.put("blocks", run.blocks());
        tree.put("blockedCallers", run.blockedCallers());
        tree.put("days", run.days().stream().map(JsonTree::day).toList());
        run.measured().ifPresent(measured -> tree.put("measured", JsonMeasured.of(measured)));
        return tree;
    }

    private static Map<String, Object> day(DayRow day) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("day", day.day().toString());
        Map<String, Object> calls = new TreeMap<>();
        day.calls().forEach((action, count) -> calls.put(action.name(), count));
        tree.put("calls", calls);
        return tree;
    }

    private static Map<String, Object> counts(long calls, long callers) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("calls", calls);
        tree.put("callers", callers);
        return tree;
    }

    private static Map<String, Object> difference(Difference difference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("before", run(difference.before()));
        tree.put("changed", difference.changed());
        tree.put("changes", difference.changes().stream().map(JsonTree::change).toList());
        return tree;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("before", change.before().name());
        tree.put("after", change.after().name());
        tree.put("calls", change.calls());
        tree.put("goodCalls", change.goodCalls());
        tree.put("nuisanceCalls", change.nuisanceCalls());
        List<Object> examples = new ArrayList<>();
        change.examples().forEach(example -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("call", example.call());
            one.put("caller", example.caller());
            one.put("arrivedAt", example.arrivedAt());
            one.put("before", example.before());
            one.put("after", example.after());
            examples.add(one);
        });
        tree.put("examples", examples);
        return tree;
    }

    static List<Object> points(List<Point> points) {
        List<Object> all = new ArrayList<>();
        for (Point point : points) {
            all.add(List.of(point.x(), point.y()));
        }
        return all;
    }
}

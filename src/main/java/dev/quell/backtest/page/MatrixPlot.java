package dev.quell.backtest.page;

import dev.quell.backtest.result.ActionRow;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Difference;
import dev.quell.classifier.Action;

/** Old action by new action, as a table whose cells are the darker the more calls they hold. */
final class MatrixPlot {

    private final Difference difference;
    private final Words words;

    MatrixPlot(Difference difference, Words words) {
        this.difference = difference;
        this.words = words;
    }

    String html() {
        Html html = new Html();
        html.raw("<div class=\"wide\"><table class=\"matrix\">\n")
                .element(
                        "caption", words.of("Calls by old action (row) and new action (column)", "按原动作（行）与新动作（列）统计的来电"))
                .raw("<thead><tr><td></td>");
        for (Action action : Action.values()) {
            html.element("th scope=\"col\"", action.name());
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for (Action before : Action.values()) {
            html.raw("<tr>").element("th scope=\"row\" class=\"word\"", before.name());
            for (Action after : Action.values()) {
                long calls = before == after ? unchanged(before) : changed(before, after);
                html.element(
                        "td class=\"" + style(before, after, calls) + "\"", calls == 0 ? "·" : Figures.count(calls));
            }
            html.raw("</tr>\n");
        }
        return html.raw("</tbody>\n</table></div>\n").toString();
    }

    private String style(Action before, Action after, long calls) {
        if (before == after) {
            return "same";
        }
        double share = calls / Math.max(1.0, (double) difference.changed());
        String depth = calls == 0 ? "none" : share < 0.05 ? "few" : share < 0.25 ? "some" : "many";
        return depth + (after.compareTo(before) > 0 ? " harder" : " milder");
    }

    private long changed(Action before, Action after) {
        return difference.changes().stream()
                .filter(change -> change.before() == before && change.after() == after)
                .mapToLong(Change::calls)
                .sum();
    }

    private long unchanged(Action action) {
        long all = difference.before().actions().stream()
                .filter(row -> row.action() == action)
                .mapToLong(ActionRow::calls)
                .sum();
        long moved = difference.changes().stream()
                .filter(change -> change.before() == action && change.after() != action)
                .mapToLong(Change::calls)
                .sum();
        return all - moved;
    }
}

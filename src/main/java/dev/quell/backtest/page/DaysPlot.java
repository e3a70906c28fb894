package dev.quell.backtest.page;

import dev.quell.backtest.page.Axes.Mark;
import dev.quell.backtest.result.DayRow;
import dev.quell.classifier.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The calls of each day that would not simply have passed, by action. */
final class DaysPlot {

    private static final List<Action> SHOWN = Arrays.stream(Action.values())
            .filter(action -> action != Action.PASS)
            .toList();

    private final List<DayRow> days;
    private final Words words;

    DaysPlot(List<DayRow> days, Words words) {
        this.days = days;
        this.words = words;
    }

    String svg() {
        double most = Math.max(1, days.stream().mapToLong(DaysPlot::met).max().orElse(1));
        Axes axes = new Axes(
                        "days",
                        words.of("Actions day by day, without PASS", "逐日动作（不含放行）"),
                        words.of("Most on one day: ", "单日最多：") + Figures.count((long) most),
                        words.of("day", "日期"),
                        words.of("calls", "来电"))
                .across(dates())
                .up(List.of(new Mark(0, "0"), new Mark(0.5, Figures.place(most / 2)), new Mark(1, Figures.count((long)
                        most))));
        double width = 1.0 / days.size();
        for (int i = 0; i < days.size(); i++) {
            double below = 0;
            for (Action action : SHOWN) {
                double height = days.get(i).of(action) / most;
                if (height > 0) {
                    String meaning = days.get(i).day() + " " + action + " "
                            + Figures.count(days.get(i).of(action));
                    axes.box(style(action), (i + 0.08) * width, below, (i + 0.92) * width, below + height, meaning);
                }
                below += height;
            }
        }
        return axes.closed(SHOWN.stream()
                .map(action -> Mark.key(style(action), action.name()))
                .toList());
    }

    private static long met(DayRow day) {
        return SHOWN.stream().mapToLong(day::of).sum();
    }

    private static String style(Action action) {
        return "action-" + action.name().toLowerCase(Locale.ROOT);
    }

    private List<Mark> dates() {
        List<Mark> marks = new ArrayList<>();
        int step = Math.max(1, (days.size() + 4) / 5);
        for (int i = 0; i < days.size(); i += step) {
            marks.add(new Mark(
                    (i + 0.5) / days.size(), days.get(i).day().toString().substring(5)));
        }
        return marks;
    }
}

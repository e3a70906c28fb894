package dev.quell.backtest.page;

import dev.quell.backtest.page.Section.Kind;
import dev.quell.backtest.result.ActionRow;
import dev.quell.backtest.result.ClassRow;
import dev.quell.backtest.result.Run;
import java.util.ArrayList;
import java.util.List;

/** The parts about what would have been done. */
final class RunSections {

    private final Run run;
    private final Words words;

    RunSections(Run run, Words words) {
        this.run = run;
        this.words = words;
    }

    Section actions() {
        List<List<String>> rows = new ArrayList<>();
        for (ActionRow row : run.actions()) {
            rows.add(List.of(
                    row.action().name(),
                    Figures.count(row.calls()),
                    Figures.percent(run.calls() == 0 ? Double.NaN : (double) row.calls() / run.calls()),
                    Figures.count(row.callers())));
        }
        String blocks = words.of(
                        "%s blocks of %s callers would have been made; the safety floor would have let %s calls pass with a tag.",
                        "将产生 %s 次拦截，涉及 %s 个主叫；安全底线将放行并标记 %s 通来电。")
                .formatted(
                        Figures.count(run.blocks()),
                        Figures.count(run.blockedCallers()),
                        Figures.count(run.floorCalls()));
        return new Section(
                Kind.ACTIONS,
                words.of("What would have been done", "将如何处理"),
                List.of(blocks),
                List.of(new Table(
                        "",
                        1,
                        List.of(
                                words.of("ACTION", "动作"),
                                words.of("CALLS", "来电"),
                                words.of("SHARE", "占比"),
                                words.of("CALLERS, HARDEST", "主叫（最严）")),
                        rows)));
    }

    Section classes() {
        List<List<String>> rows = new ArrayList<>();
        for (ClassRow row : run.classes()) {
            rows.add(List.of(
                    row.callClass().name(),
                    Figures.count(row.calls()),
                    Figures.count(row.callers()),
                    row.measured()
                            .map(measured -> Figures.percent(measured.precision()))
                            .orElse(Figures.NONE),
                    row.measured()
                            .map(measured -> Figures.percent(measured.recall()))
                            .orElse(Figures.NONE),
                    row.measured()
                            .map(measured -> Figures.percent(measured.falsePositiveRate()))
                            .orElse(Figures.NONE)));
        }
        return new Section(
                Kind.CLASSES,
                words.of("What calls were taken for", "来电类别"),
                List.of(words.of(
                        "Precision and recall of a class: its calls that were tagged or met harder, among the labelled ones.",
                        "类别的精确率与召回率：有标签的来电中，归入该类且被标记或更严处理者。")),
                List.of(new Table(
                        "",
                        1,
                        List.of(
                                words.of("CLASS", "类别"),
                                words.of("CALLS", "来电"),
                                words.of("CALLERS", "主叫"),
                                words.of("PRECISION", "精确率"),
                                words.of("RECALL", "召回率"),
                                words.of("FALSE POSITIVES", "误报率")),
                        rows)));
    }
}

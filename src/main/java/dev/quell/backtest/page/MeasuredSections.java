package dev.quell.backtest.page;

import dev.quell.backtest.measure.Confusion;
import dev.quell.backtest.page.Section.Kind;
import dev.quell.backtest.result.LevelRow;
import dev.quell.backtest.result.Measured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The parts that need labels. */
final class MeasuredSections {

    /** In per cent: the budgets for blocking, deterring and tagging good callers. */
    private static final List<String> RATES = List.of("0.01", "0.1", "1");

    private final Measured measured;
    private final Words words;

    MeasuredSections(Measured measured, Words words) {
        this.measured = measured;
        this.words = words;
    }

    /** Who was met, and who was hurt. */
    Section hurt() {
        String labels = words.of(
                        "%s good and %s nuisance callers, %s good and %s nuisance calls; labels: %s.",
                        "正常主叫 %s，骚扰主叫 %s；正常来电 %s，骚扰来电 %s；标签来源：%s。")
                .formatted(
                        Figures.count(measured.goodCallers()),
                        Figures.count(measured.nuisanceCallers()),
                        Figures.count(measured.goodCalls()),
                        Figures.count(measured.nuisanceCalls()),
                        Sections.name(measured.labels()));
        String how = words.of("Met so or harder; in brackets Wilson's 95 % interval.", "达到该级别或更严；括号内为 Wilson 95 % 区间。");
        return new Section(
                Kind.HURT,
                words.of("Good callers hurt, nuisance met", "误伤与拦截"),
                List.of(labels, how),
                List.of(
                        levels(words.of("CALLERS", "主叫"), LevelRow::callers),
                        levels(words.of("CALLS", "来电"), LevelRow::calls),
                        delays()));
    }

    private Table levels(String whose, Function<LevelRow, Confusion> which) {
        List<List<String>> rows = new ArrayList<>();
        for (LevelRow row : measured.levels()) {
            Confusion confusion = which.apply(row);
            rows.add(List.of(
                    words.level(row.level()),
                    Figures.count(confusion.falsePositive()),
                    Figures.per100k(confusion.falsePositiveRate()),
                    Figures.count(confusion.truePositive()),
                    Figures.percent(confusion.recall()),
                    Figures.percent(confusion.precision())));
        }
        return new Table(
                "",
                1,
                List.of(
                        whose,
                        words.of("GOOD HURT", "误伤"),
                        words.of("PER 100,000 GOOD", "每十万正常"),
                        words.of("NUISANCE", "骚扰命中"),
                        words.of("RECALL", "召回率"),
                        words.of("PRECISION", "精确率")),
                rows);
    }

    private Table delays() {
        List<List<String>> rows = new ArrayList<>();
        for (LevelRow row : measured.levels()) {
            rows.add(List.of(
                    words.level(row.level()),
                    Figures.count(row.delay().reached()),
                    Figures.count(row.delay().never()),
                    Figures.place(row.delay().medianCall()),
                    Figures.place(row.delay().p90Call()),
                    span(row.delay().medianSeconds())));
        }
        return new Table(
                "",
                1,
                List.of(
                        words.of("HOW SOON", "多快"),
                        words.of("NUISANCE MET", "命中骚扰主叫"),
                        words.of("NEVER", "从未"),
                        words.of("MEDIAN CALL", "中位第几通"),
                        words.of("9 IN 10 BY CALL", "九成至第几通"),
                        words.of("MEDIAN TIME", "中位用时")),
                rows);
    }

    private static String span(double seconds) {
        if (Double.isNaN(seconds)) {
            return Figures.NONE;
        }
        Duration span = Duration.ofSeconds(Math.round(seconds));
        return span.toDays() > 1
                ? span.toDays() + " d " + span.toHoursPart() + " h"
                : span.toHours() + ":"
                        + String.format(Locale.ROOT, "%02d:%02d", span.toMinutesPart(), span.toSecondsPart());
    }

    /** How well the score tells. */
    Section score() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.of("area under the ROC curve", "ROC 曲线下面积"),
                Figures.ratio(measured.roc().auc())));
        rows.add(List.of(
                words.of("average precision, step-wise", "平均精确率（逐步求和）"),
                Figures.ratio(measured.roc().averagePrecision())));
        for (String rate : RATES) {
            rows.add(List.of(
                    words.of("recall at a false-positive rate of ", "召回率，误报率为 ") + rate + " %",
                    Figures.percent(measured.roc().recallAt(Double.parseDouble(rate) / 100))));
        }
        rows.add(List.of(
                words.of("Brier score", "Brier 分数"),
                Figures.ratio(measured.reliability().brier())));
        rows.add(List.of(
                words.of("expected calibration error", "预期校准误差"),
                Figures.ratio(measured.reliability().expectedError())));
        rows.add(List.of(
                words.of("different scores", "不同分值个数"),
                Figures.count(measured.roc().distinctScores())));
        return new Section(
                Kind.SCORE,
                words.of("How well the score tells", "评分的区分能力"),
                List.of(Sections.name(measured.score())),
                List.of(new Table("", 1, List.of(words.of("MEASURE", "指标"), words.of("VALUE", "值")), rows)));
    }
}

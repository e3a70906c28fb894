package dev.quell.backtest.page;

import dev.quell.backtest.page.Section.Kind;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.InputFacts;
import dev.quell.backtest.result.Run;
import dev.quell.call.Printable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of a result in words and tables, the most important first. */
final class Sections {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int NAME = 80;

    private final BacktestResult result;
    private final Words words;

    private Sections(BacktestResult result, Words words) {
        this.result = result;
        this.words = words;
    }

    static List<Section> of(BacktestResult result, Words words) {
        return new Sections(result, words).all();
    }

    private List<Section> all() {
        List<Section> sections = new ArrayList<>();
        sections.add(head());
        if (result.input().unsound()) {
            sections.add(warning());
        }
        result.run().measured().ifPresent(measured -> {
            MeasuredSections measures = new MeasuredSections(measured, words);
            sections.add(measures.hurt());
            sections.add(measures.score());
        });
        RunSections run = new RunSections(result.run(), words);
        sections.add(run.actions());
        sections.add(run.classes());
        result.difference()
                .ifPresent(
                        difference -> sections.add(new DifferenceSection(difference, result.run(), words).section()));
        sections.add(coverage());
        sections.add(input());
        return sections;
    }

    private Section head() {
        InputFacts input = result.input();
        Run run = result.run();
        String period = input.first()
                .map(first -> words.of(", ", "，") + TIME.format(first) + " – "
                        + TIME.format(input.last().orElse(first)) + " UTC")
                .orElse("");
        String what = words.of("%s calls by %s callers", "%s 通来电，%s 个主叫")
                .formatted(Figures.count(run.calls()), Figures.count(run.callers()));
        String settings = words.of("Settings: %s, version %s.", "设置：%s，版本 %s。")
                .formatted(name(run.settings()), name(run.version()));
        return new Section(
                Kind.HEAD,
                words.of("Backtest of ", "回测：") + name(input.name()),
                List.of(what + period + words.of(".", "。"), settings),
                List.of());
    }

    private Section warning() {
        InputFacts input = result.input();
        return new Section(
                Kind.WARNING,
                words.of("These figures are not to be trusted", "以下数字不可采信"),
                List.of(words.of(
                                "%s of %s lines could not be read, more than 1 %%. Mend the file or name its columns, then run again.",
                                "%2$s 行中有 %1$s 行无法读取，超过 1 %%。请修复文件或指明各列后重新运行。")
                        .formatted(Figures.count(input.skipped()), Figures.count(input.lines()))),
                List.of());
    }

    private Section coverage() {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.of("Fed by this input: ", "本输入可提供的依据：")
                + names(result.coverage().fed()));
        if (!result.coverage().unfed().isEmpty()) {
            sentences.add(
                    words.of("Not fed: ", "无法提供：") + names(result.coverage().unfed()));
        }
        result.coverage().notes().forEach(note -> sentences.add(Printable.of(note, 400)));
        return new Section(Kind.COVERAGE, words.of("What this input can tell", "本输入能说明什么"), sentences, List.of());
    }

    private Section input() {
        InputFacts input = result.input();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.of("format", "格式"), name(input.kind())));
        rows.add(List.of(words.of("lines", "行数"), Figures.count(input.lines())));
        rows.add(List.of(words.of("calls or counts taken", "采用的来电或计数"), Figures.count(input.records())));
        if (input.flags() > 0) {
            rows.add(List.of(words.of("agents' flags", "坐席标记"), Figures.count(input.flags())));
        }
        input.leftOut().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(out -> rows.add(
                        List.of(words.of("left out: ", "略去：") + name(out.getKey()), Figures.count(out.getValue()))));
        rows.add(List.of(words.of("skipped, unreadable", "跳过（无法读取）"), Figures.count(input.skipped())));
        rows.add(
                List.of(words.of("left out, too far out of order", "略去（时间次序相差过大）"), Figures.count(input.outOfOrder())));
        List<String> bad = input.firstSkipped().stream()
                .map(line -> words.of("Line ", "第 ")
                        + line.lineNumber()
                        + words.of(": ", " 行：")
                        + Printable.of(line.fault(), 240))
                .toList();
        Table table = new Table("", 1, List.of(words.of("INPUT", "输入"), words.of("COUNT", "数量")), rows);
        return new Section(Kind.INPUT, words.of("What was read", "读入情况"), bad, List.of(table));
    }

    private static String names(List<String> names) {
        return names.stream().map(Sections::name).collect(Collectors.joining(" "));
    }

    /** A name or a word from outside, on one line and cut. */
    static String name(String text) {
        return Printable.of(text, NAME);
    }
}

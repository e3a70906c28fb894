package dev.quell.backtest.page;

import dev.quell.backtest.page.Section.Kind;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Change.Example;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.Level;
import dev.quell.backtest.result.LevelRow;
import dev.quell.backtest.result.Run;
import dev.quell.call.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part about two settings. */
final class DifferenceSection {

    private static final int MOST_EXAMPLES = 12;
    private static final int REASON = 160;

    private final Difference difference;
    private final Run after;
    private final Words words;

    DifferenceSection(Difference difference, Run after, Words words) {
        this.difference = difference;
        this.after = after;
        this.words = words;
    }

    Section section() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                words.of("%s calls would have been met otherwise: %s before, %s after.", "%s 通来电的处理会不同：之前 %s，之后 %s。")
                        .formatted(
                                Figures.count(difference.changed()),
                                Sections.name(difference.before().settings()),
                                Sections.name(after.settings())));
        difference.changes().stream()
                .flatMap(change -> change.examples().stream().map(example -> sentence(change, example)))
                .limit(MOST_EXAMPLES)
                .forEach(sentences::add);
        List<Table> tables = new ArrayList<>();
        tables.add(changes());
        levels().ifPresent(tables::add);
        return new Section(Kind.DIFFERENCE, words.of("What differs", "差异"), sentences, tables);
    }

    private static String sentence(Change change, Example example) {
        return "%s %s %s: %s → %s; %s → %s"
                .formatted(
                        Printable.of(example.call(), 60),
                        Printable.of(example.caller(), 40),
                        Printable.of(example.arrivedAt(), 30),
                        change.before(),
                        change.after(),
                        Printable.of(example.before(), REASON),
                        Printable.of(example.after(), REASON))
                .replace("  ", " ");
    }

    private Table changes() {
        List<List<String>> rows = difference.changes().stream()
                .map(change -> List.of(
                        change.before().name(),
                        change.after().name(),
                        Figures.count(change.calls()),
                        Figures.count(change.goodCalls()),
                        Figures.count(change.nuisanceCalls())))
                .toList();
        return new Table(
                "",
                2,
                List.of(
                        words.of("BEFORE", "之前"),
                        words.of("AFTER", "之后"),
                        words.of("CALLS", "来电"),
                        words.of("GOOD", "正常"),
                        words.of("NUISANCE", "骚扰")),
                rows);
    }

    private Optional<Table> levels() {
        if (difference.before().measured().isEmpty() || after.measured().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Level level : Level.values()) {
            Optional<LevelRow> was = row(difference.before(), level);
            Optional<LevelRow> is = row(after, level);
            if (was.isPresent() && is.isPresent()) {
                rows.add(List.of(
                        words.level(level),
                        Figures.per100k(was.get().callers().falsePositiveRate()),
                        Figures.per100k(is.get().callers().falsePositiveRate()),
                        Figures.percent(was.get().callers().recall()),
                        Figures.percent(is.get().callers().recall())));
            }
        }
        return Optional.of(new Table(
                "",
                1,
                List.of(
                        words.of("CALLERS", "主叫"),
                        words.of("HURT PER 100,000", "每十万误伤"),
                        words.of("AFTER", "之后"),
                        words.of("RECALL", "召回率"),
                        words.of("AFTER", "之后")),
                rows));
    }

    private static Optional<LevelRow> row(Run run, Level level) {
        return run.measured().stream()
                .flatMap(measured -> measured.levels().stream())
                .filter(row -> row.level() == level)
                .findFirst();
    }
}

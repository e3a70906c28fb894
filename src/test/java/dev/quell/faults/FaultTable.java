package dev.quell.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rounds by row. */
record FaultTable(List<RoundResult> rounds) {

    private static final List<String> HEADS = List.of(
            "row",
            "rounds",
            "good",
            "calls",
            "verdicts",
            "unscreened",
            "list changes",
            "strikes",
            "lost",
            "longest wait",
            "dialogue after its step",
            "block at the other service",
            "back to normal (median, longest)");

    FaultTable {
        rounds = List.copyOf(rounds);
    }

    boolean good() {
        return rounds.stream().allMatch(RoundResult::good);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        lines().forEach(line -> text.append(String.join("  ", line)).append('\n'));
        return text.toString();
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        List<List<String>> lines = lines();
        text.append("| ").append(String.join(" | ", HEADS)).append(" |\n");
        text.append("|---".repeat(HEADS.size())).append("|\n");
        lines.stream()
                .skip(1)
                .forEach(line ->
                        text.append("| ").append(String.join(" | ", line)).append(" |\n"));
        return text.toString();
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADS);
        Map<Row, List<RoundResult>> rows =
                rounds.stream().collect(Collectors.groupingBy(RoundResult::row, TreeMap::new, Collectors.toList()));
        rows.forEach((row, results) -> lines.add(line(row, results)));
        return lines;
    }

    private static List<String> line(Row row, List<RoundResult> results) {
        List<Duration> normal =
                results.stream().map(RoundResult::normal).sorted().toList();
        return List.of(
                row.word(),
                "" + results.size(),
                "" + results.stream().filter(RoundResult::good).count(),
                "" + sum(results, result -> (long) result.calls()),
                "" + sum(results, RoundResult::verdicts),
                "" + sum(results, RoundResult::unscreened),
                "" + sum(results, RoundResult::listChanges),
                "" + sum(results, RoundResult::strikes),
                "" + sum(results, result -> (long) result.wrong().size()),
                longest(results, RoundResult::worst).toMillis() + " ms",
                longest(results, RoundResult::stand).toMillis() + " ms",
                longest(results, RoundResult::spread).toMillis() + " ms",
                seconds(normal.get(normal.size() / 2)) + ", " + seconds(normal.getLast()));
    }

    private static long sum(List<RoundResult> results, Function<RoundResult, Long> figure) {
        return results.stream().mapToLong(figure::apply).sum();
    }

    private static Duration longest(List<RoundResult> results, Function<RoundResult, Duration> figure) {
        return results.stream().map(figure).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}

package dev.quell.backtest.tally;

import dev.quell.backtest.input.Label;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.Run;
import dev.quell.classifier.Action;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects the calls that two choices of settings meet differently. */
public final class Changes {

    private static final int EXAMPLES = 5;

    private final Map<Pair, Counted> counted = new TreeMap<>();

    private record Pair(Action before, Action after) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::before).thenComparing(Pair::after);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Counted {
        private final List<Change.Example> examples = new ArrayList<>();
        private long calls;
        private long good;
        private long nuisance;

        /** Good ones stand before the others, and in their place where there is no room. */
        void add(Change.Example example, boolean isGood) {
            if (examples.size() == EXAMPLES) {
                examples.removeLast();
            }
            examples.add(isGood ? (int) good - 1 : examples.size(), example);
        }
    }

    /** What is told of an example. */
    public record Known(String call, String caller, String arrivedAt) {}

    /** A call was decided under both; nothing is counted if both do the same. */
    public void decided(
            Action before,
            Verdict verdictBefore,
            Action after,
            Verdict verdictAfter,
            Optional<Label> label,
            Supplier<Known> call) {
        if (before == after) {
            return;
        }
        Counted change = counted.computeIfAbsent(new Pair(before, after), pair -> new Counted());
        change.calls++;
        change.good += label.filter(known -> known == Label.GOOD).isPresent() ? 1 : 0;
        change.nuisance += label.filter(known -> known == Label.NUISANCE).isPresent() ? 1 : 0;
        boolean good = label.filter(known -> known == Label.GOOD).isPresent();
        boolean room = change.examples.size() < EXAMPLES;
        if (room || (good && change.good <= EXAMPLES)) {
            Known known = call.get();
            change.add(
                    new Change.Example(
                            known.call(), known.caller(), known.arrivedAt(), why(verdictBefore), why(verdictAfter)),
                    good);
        }
    }

    /** Probability, cause and what counted, the strongest first. */
    private static String why(Verdict verdict) {
        String symbols = verdict.symbols().stream()
                .filter(symbol -> symbol.counted() != 0 || symbol.family().actsBesideTheModel())
                .map(Changes::shown)
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "p %.3f, %s", verdict.probability(), verdict.cause())
                + (symbols.isEmpty() ? "" : ": " + symbols);
    }

    private static String shown(Symbol symbol) {
        return symbol.counted() == 0
                ? symbol.name()
                : symbol.name() + String.format(Locale.ROOT, " %+.2f", symbol.counted());
    }

    /** What it comes to. */
    public Difference sum(Run before) {
        List<Change> changes = counted.entrySet().stream()
                .map(entry -> new Change(
                        entry.getKey().before(),
                        entry.getKey().after(),
                        entry.getValue().calls,
                        entry.getValue().good,
                        entry.getValue().nuisance,
                        entry.getValue().examples))
                .sorted(Comparator.comparingLong(Change::calls).reversed())
                .toList();
        return new Difference(before, changes.stream().mapToLong(Change::calls).sum(), changes);
    }
}

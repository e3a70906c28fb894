package dev.quell.classifier.whatif;

import dev.quell.classifier.Action;
import dev.quell.classifier.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which symbols decide: those without which the action would have been another. */
final class Absences {

    private static final int LARGEST_SET = 4;
    private static final int CANDIDATES = 12;

    private final Decider decider;
    private final List<Symbol> symbols;
    private final Action now;

    Absences(Decider decider, List<Symbol> symbols) {
        this.decider = decider;
        this.symbols = symbols;
        this.now = decider.action(symbols);
    }

    /** Each symbol that changes the action alone; if no single one makes it milder, also the smallest set that does. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        boolean milder = now == Action.PASS;
        for (Symbol symbol : symbols) {
            Action then = without(List.of(symbol));
            if (then != now) {
                changes.add(change(List.of(symbol), then));
                milder |= WhatIf.milder(then, now);
            }
        }
        if (!milder) {
            smallestSet().ifPresent(changes::addFirst);
        }
        return changes;
    }

    /** The first symbol that changes the action alone. */
    Optional<Symbol> decisive() {
        return symbols.stream()
                .filter(symbol -> without(List.of(symbol)) != now)
                .findFirst();
    }

    private Action without(List<Symbol> gone) {
        return decider.action(
                symbols.stream().filter(symbol -> !gone.contains(symbol)).toList());
    }

    private static Change change(List<Symbol> gone, Action then) {
        return new Change(gone.stream().map(Symbol::name).toList(), then);
    }

    private Optional<Change> smallestSet() {
        List<Symbol> candidates = symbols.stream()
                .filter(symbol -> symbol.weight() > 0 || symbol.family().actsBesideTheModel())
                .limit(CANDIDATES)
                .toList();
        for (int size = 2; size <= Math.min(LARGEST_SET, candidates.size()); size++) {
            Optional<Change> found = search(candidates, size, 0, List.of());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first set of a size that makes the action milder, in the order of the candidates. */
    private Optional<Change> search(List<Symbol> candidates, int size, int from, List<Symbol> chosen) {
        if (chosen.size() == size) {
            Action then = without(chosen);
            return WhatIf.milder(then, now) ? Optional.of(change(chosen, then)) : Optional.empty();
        }
        for (int i = from; i < candidates.size(); i++) {
            List<Symbol> more = new ArrayList<>(chosen);
            more.add(candidates.get(i));
            Optional<Change> found = search(candidates, size, i + 1, more);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

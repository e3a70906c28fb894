package dev.quell.classifier.whatif;

import dev.quell.classifier.Action;
import dev.quell.classifier.Standard;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What would have changed a verdict.
 *
 * @param prior what is thought before any evidence, natural-log odds
 * @param sum prior and evidence together, natural-log odds
 * @param milder how far the score is from a milder action; empty if less evidence would not change the action
 * @param harder how far it is from a harder one; empty if there is none
 * @param without symbols whose absence would have changed the action: each that does so alone, else the smallest set that does
 * @param with symbols whose presence would have made the action milder, the mildest action first
 */
public record WhatIf(
        double prior,
        double sum,
        Optional<Margin> milder,
        Optional<Margin> harder,
        List<Change> without,
        List<Change> with) {

    private static final double SAME = 1e-6;

    public WhatIf {
        without = List.copyOf(without);
        with = List.copyOf(with);
    }

    /**
     * Of a verdict.
     *
     * @param standard of the verdict's own version
     * @return empty if the verdict does not follow from its symbols, as when it failed, or if the standard is another version's
     */
    public static Optional<WhatIf> of(Verdict verdict, Standard standard, Circumstances circumstances) {
        return decider(verdict, standard, circumstances).map(decider -> of(decider, standard, verdict.symbols()));
    }

    /** What decides as the verdict was decided; empty if the verdict does not follow from its symbols. */
    static Optional<Decider> decider(Verdict verdict, Standard standard, Circumstances circumstances) {
        List<Symbol> symbols = verdict.symbols();
        boolean full = verdict.cause().equals("deterrent-full");
        return Stream.of(!full, full)
                .map(free -> new Decider(standard, circumstances, free))
                .filter(decider -> decider.action(symbols) == verdict.action()
                        && Math.abs(decider.probability(symbols) - verdict.probability()) < SAME)
                .findFirst();
    }

    private static WhatIf of(Decider decider, Standard standard, List<Symbol> symbols) {
        Margins margins = new Margins(decider, standard.thresholds(), symbols);
        return new WhatIf(
                standard.priorLogOdds(),
                decider.sum(symbols),
                margins.milder(),
                margins.harder(),
                new Absences(decider, symbols).changes(),
                new Presences(decider, standard.catalogue(), symbols).changes());
    }

    /** The strongest symbol without which the action would have been another; empty if no single one decides. */
    public Optional<String> decisive() {
        return without.stream()
                .filter(change -> change.symbols().size() == 1)
                .map(change -> change.symbols().getFirst())
                .findFirst();
    }

    /** The way to the nearest other action: of a call that was not let through, to the milder one, else to the harder one. */
    public Optional<Margin> nearest() {
        return milder.or(() -> harder);
    }

    /** Whether the action could be milder. */
    static boolean milder(Action a, Action than) {
        return a.compareTo(than) < 0;
    }
}

package dev.quell.classifier.whatif;

import dev.quell.classifier.Standard;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.util.Optional;

/**
 * The part of {@link WhatIf} that a log line tells, without the work of the rest.
 *
 * @param nearest as {@link WhatIf#nearest()}
 * @param decisive as {@link WhatIf#decisive()}
 */
public record Brief(Optional<Margin> nearest, Optional<String> decisive) {

    /** Of a verdict; nothing if it does not follow from its symbols. */
    public static Brief of(Verdict verdict, Standard standard, Circumstances circumstances) {
        return WhatIf.decider(verdict, standard, circumstances)
                .map(decider -> {
                    Margins margins = new Margins(decider, standard.thresholds(), verdict.symbols());
                    Absences absences = new Absences(decider, verdict.symbols());
                    return new Brief(
                            margins.milder().or(margins::harder),
                            absences.decisive().map(Symbol::name));
                })
                .orElseGet(() -> new Brief(Optional.empty(), Optional.empty()));
    }
}

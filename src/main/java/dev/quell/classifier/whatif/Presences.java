package dev.quell.classifier.whatif;

import dev.quell.classifier.Action;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which symbols that speak for the caller would have made the action milder, each alone: a good talk, a known customer, a key, an allow entry. */
final class Presences {

    private static final String ALLOWED = "ALLOW_LISTED";

    private final Decider decider;
    private final Catalogue catalogue;
    private final List<Symbol> symbols;

    Presences(Decider decider, Catalogue catalogue, List<Symbol> symbols) {
        this.decider = decider;
        this.catalogue = catalogue;
        this.symbols = symbols;
    }

    List<Change> changes() {
        Action now = decider.action(symbols);
        if (now == Action.PASS) {
            return List.of();
        }
        return catalogue.entries().stream()
                .filter(entry -> entry.weight() < 0 || entry.symbol().equals(ALLOWED))
                .filter(entry -> symbols.stream().noneMatch(present -> alike(present, entry)))
                .map(entry -> new Change(List.of(entry.symbol()), with(entry)))
                .filter(change -> WhatIf.milder(change.action(), now))
                .sorted(Comparator.comparing(Change::action))
                .toList();
    }

    private Action with(CatalogueEntry entry) {
        List<Symbol> more = new ArrayList<>(symbols);
        more.add(new Symbol(entry.symbol(), entry.family(), entry.weight(), entry.weight(), Seen.NOTHING));
        return decider.action(more);
    }

    /** A symbol that is there, or of which another kind is there: a call has one attestation. */
    private static boolean alike(Symbol present, CatalogueEntry entry) {
        boolean attested = present.name().startsWith("STIR_") && entry.symbol().startsWith("STIR_");
        return attested || present.name().equals(entry.symbol());
    }
}

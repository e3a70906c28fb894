package dev.quell.classifier;

import java.util.List;

/** Says what kind of call the evidence speaks for, apart from what is done with it. */
final class Kinds {

    private final Catalogue catalogue;

    Kinds(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The class that the strongest accusing symbol speaks for, {@link CallClass#NORMAL} if none does. */
    CallClass suspected(List<Symbol> symbols) {
        for (Symbol symbol : symbols) {
            if (symbol.counted() > 0 && speaksFor(symbol) != CallClass.NORMAL) {
                return speaksFor(symbol);
            }
        }
        return CallClass.NORMAL;
    }

    /**
     * What was seen in the call itself or around it, {@link CallClass#NORMAL} if neither stands out. What the caller did goes before what goes on around, a
     * technical fault before both.
     */
    CallClass observed(List<Finding> findings, List<Symbol> symbols) {
        CallClass around = around(findings);
        if (around == CallClass.SILENT_TECHNICAL) {
            return around;
        }
        CallClass heard = heard(symbols);
        return heard == CallClass.NORMAL ? around : heard;
    }

    private static CallClass around(List<Finding> findings) {
        CallClass first = CallClass.NORMAL;
        for (Finding finding : findings) {
            if (finding.rule() instanceof ContextRule) {
                CallClass spoken = finding.entry().speaksFor();
                if (spoken == CallClass.SILENT_TECHNICAL) {
                    return spoken;
                }
                first = first == CallClass.NORMAL ? spoken : first;
            }
        }
        return first;
    }

    /** Of what was heard in the call, if all of it together speaks against the caller. */
    private CallClass heard(List<Symbol> symbols) {
        double sum = 0;
        CallClass strongest = CallClass.NORMAL;
        for (Symbol symbol : symbols) {
            if (symbol.family() == Family.IN_CALL) {
                sum += symbol.counted();
                boolean first = strongest == CallClass.NORMAL && symbol.counted() > 0;
                strongest = first ? speaksFor(symbol) : strongest;
            }
        }
        return sum > 0 ? strongest : CallClass.NORMAL;
    }

    private CallClass speaksFor(Symbol symbol) {
        return catalogue.find(symbol.name()).map(CatalogueEntry::speaksFor).orElse(CallClass.NORMAL);
    }
}

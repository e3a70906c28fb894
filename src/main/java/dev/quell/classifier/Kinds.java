package dev.quell.classifier;

import java.util.List;

/** Says what kind of call the evidence speaks for, apart from what is done with it. */
final class Kinds {

    private final Catalogue catalogue;

    Kinds(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The class that the strongest accusing symbol speaks for, {@link CallClass#NORMAL} if none does. That somebody calls often says least of all: where another
     * symbol of the same family tells more of how he calls, that one names the class.
     */
    CallClass suspected(List<Symbol> symbols) {
        CallClass often = CallClass.NORMAL;
        for (Symbol symbol : symbols) {
            CallClass spoken = symbol.counted() > 0 ? speaksFor(symbol) : CallClass.NORMAL;
            if (spoken == CallClass.HIGH_FREQUENCY) {
                often = spoken;
            } else if (spoken != CallClass.NORMAL && (often == CallClass.NORMAL || symbol.family() == Family.VOLUME)) {
                return spoken;
            }
        }
        return often;
    }

    /**
     * What was heard in the call itself or goes on around it, {@link CallClass#NORMAL} if neither stands out. What the caller did goes before what goes on
     * around, a technical fault before both.
     *
     * @param listened whether anything of the call itself is known yet
     */
    CallClass observed(List<Finding> findings, List<Symbol> symbols, boolean listened) {
        CallClass around = around(findings);
        if (around == CallClass.SILENT_TECHNICAL) {
            return around;
        }
        CallClass heard = listened ? heard(symbols) : CallClass.NORMAL;
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

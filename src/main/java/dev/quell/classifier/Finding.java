package dev.quell.classifier;

/** A rule that found something, with what the catalogue says about its symbol. */
record Finding(Rule rule, CatalogueEntry entry, Hit hit) {

    /** The weight before its family damps it. */
    double weight() {
        return entry.weight() * hit.share();
    }

    Symbol symbol(double counted) {
        return new Symbol(entry.symbol(), entry.family(), weight(), counted, hit.reason());
    }
}

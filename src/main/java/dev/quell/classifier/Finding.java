package dev.quell.classifier;

/**
 * A rule that found something, with what the catalogue says about its symbol.
 *
 * @param muted whether the surroundings make it prove nothing
 */
record Finding(Rule rule, CatalogueEntry entry, Hit hit, boolean muted) {

    /** The weight before its family damps it. */
    double weight() {
        return entry.weight() * hit.share();
    }

    /** What can count of the weight. */
    double countable() {
        return muted ? 0 : weight();
    }

    Symbol symbol(double counted) {
        return new Symbol(entry.symbol(), entry.family(), weight(), counted, hit.seen());
    }
}

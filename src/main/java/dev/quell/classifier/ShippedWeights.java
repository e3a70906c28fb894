package dev.quell.classifier;

import java.util.Optional;

/** What a site's weights were before the site changed them. */
public final class ShippedWeights {

    private static final Catalogue SHIPPED = Catalogue.shipped();

    private ShippedWeights() {}

    /** The shipped weight of a line, if the line has another. */
    public static Optional<Double> differing(CatalogueEntry entry) {
        return SHIPPED.find(entry.symbol()).map(CatalogueEntry::weight).filter(weight -> weight != entry.weight());
    }
}

package dev.quell.deed.rules;

import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ClassifierSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What two settings of the classifier weigh or ask for differently, as {@code CLI_WITHHELD 0.30 → 0.50}. */
public final class Differences {

    private static final Catalogue SHIPPED = Catalogue.shipped();

    private Differences() {}

    /** What is different, thresholds first; empty if nothing is. */
    public static List<String> between(ClassifierSettings before, ClassifierSettings after) {
        List<String> all = new ArrayList<>();
        for (Limits limit : Limits.values()) {
            add(
                    all,
                    limit.name().toLowerCase(Locale.ROOT),
                    limit.of(before.thresholds()),
                    limit.of(after.thresholds()));
        }
        Catalogue old = SHIPPED.with(before);
        for (CatalogueEntry entry : SHIPPED.with(after).entries()) {
            double was = old.find(entry.symbol()).map(CatalogueEntry::weight).orElse(entry.weight());
            add(all, entry.symbol(), was, entry.weight());
        }
        return all;
    }

    private static void add(List<String> all, String name, double before, double after) {
        if (!Figures.same(before, after)) {
            all.add(name + " " + Figures.show(before) + " → " + Figures.show(after));
        }
    }
}

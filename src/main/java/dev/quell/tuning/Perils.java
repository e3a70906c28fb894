package dev.quell.tuning;

import dev.quell.classifier.CallClass;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ClassifierSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * What under some settings would keep callers from the agents who have done nothing: no evidence at all, or one symbol alone that proves little, by its shipped
 * weight. That what speaks for silence has a caller listened to is no peril: whoever speaks comes through.
 */
final class Perils {
    /** The word for no evidence at all. */
    static final String NOTHING = "no evidence";

    /** Symbols of a larger shipped weight accuse by themselves: our own number is shown, agents have flagged. */
    private static final double LITTLE = 2;

    private static final Catalogue SHIPPED = Catalogue.shipped();

    private Perils() {}

    /** Those of settings: {@link #NOTHING} or the names of symbols; none under shipped ones. */
    static List<String> of(ClassifierSettings settings) {
        List<String> perils = new ArrayList<>();
        if (diverts(settings, 0)) {
            perils.add(NOTHING);
        }
        SHIPPED.with(settings).entries().stream()
                .filter(entry -> !entry.family().actsBesideTheModel())
                .filter(entry -> entry.speaksFor() != CallClass.SILENT && provesLittle(entry.symbol()))
                .filter(entry -> entry.weight() > 0 && diverts(settings, entry.weight()))
                .map(CatalogueEntry::symbol)
                .forEach(perils::add);
        return perils;
    }

    /** Those that settings have and others, which stand already, have not. */
    static List<String> added(ClassifierSettings settings, ClassifierSettings standing) {
        List<String> before = of(standing);
        return of(settings).stream().filter(peril -> !before.contains(peril)).toList();
    }

    private static boolean provesLittle(String symbol) {
        return SHIPPED.find(symbol).filter(entry -> entry.weight() > LITTLE).isEmpty();
    }

    private static boolean diverts(ClassifierSettings settings, double weight) {
        double logit = Math.log(settings.prior() / (1 - settings.prior())) + weight;
        double odds =
                settings.calibration().intercept() + settings.calibration().slope() * logit;
        return 1 / (1 + Math.exp(-odds)) >= settings.thresholds().challenge();
    }
}

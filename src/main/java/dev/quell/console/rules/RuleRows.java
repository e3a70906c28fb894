package dev.quell.console.rules;

import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Language;
import dev.quell.classifier.ShippedWeights;
import dev.quell.deed.rules.Figures;
import dev.quell.deed.rules.RulesForm;
import dev.quell.tuning.Tuning;
import java.util.List;

/** The catalogue's lines with their fields, in the catalogue's order. */
final class RuleRows {

    private static final Catalogue SHIPPED = Catalogue.shipped();

    private RuleRows() {}

    static List<RuleRow> of(RulesForm form, ClassifierSettings site, Tuning tuning, Language language) {
        return SHIPPED.with(site).entries().stream()
                .map(entry -> row(entry, form, tuning, language))
                .toList();
    }

    private static RuleRow row(CatalogueEntry entry, RulesForm form, Tuning tuning, Language language) {
        String field = RulesForm.WEIGHT + entry.symbol();
        boolean differs = ShippedWeights.differing(entry).isPresent();
        return new RuleRow(
                entry.symbol(),
                entry.family().name(),
                entry.family().actsBesideTheModel(),
                entry.speaksFor().name(),
                entry.description(language),
                Figures.show(ShippedWeights.differing(entry).orElse(entry.weight())),
                differs ? Figures.show(entry.weight()) : "",
                tuning.weights().containsKey(entry.symbol()),
                form.fields().getOrDefault(field, ""),
                form.faults().contains(field));
    }
}

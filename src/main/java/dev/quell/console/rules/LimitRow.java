package dev.quell.console.rules;

import dev.quell.classifier.ClassifierSettings;
import dev.quell.deed.rules.Figures;
import dev.quell.deed.rules.Limits;
import dev.quell.deed.rules.RulesForm;
import dev.quell.tuning.Tuning;
import java.util.Arrays;
import java.util.List;

/**
 * A threshold as the page shows it.
 *
 * @param action the action that is taken from there on
 * @param file as the site's file, or the shipped one, has it
 * @param saved whether another is saved over it
 * @param value what stands in the field
 * @param fault whether the field cannot be
 */
public record LimitRow(String action, String file, boolean saved, String value, boolean fault) {

    static List<LimitRow> all(RulesForm form, ClassifierSettings site, Tuning tuning) {
        return Arrays.stream(Limits.values())
                .map(limit -> new LimitRow(
                        limit.name(),
                        Figures.show(limit.of(site.thresholds())),
                        tuning.thresholds()
                                .filter(set -> !Figures.same(limit.of(set), limit.of(site.thresholds())))
                                .isPresent(),
                        form.fields().getOrDefault(RulesForm.THRESHOLD + limit, ""),
                        form.faults().contains(RulesForm.THRESHOLD + limit)))
                .toList();
    }
}

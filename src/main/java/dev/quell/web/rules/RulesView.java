package dev.quell.web.rules;

import dev.quell.deed.rules.Differences;
import dev.quell.deed.rules.SiteLines;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that decide now; what each symbol weighs is in the catalogue.
 *
 * @param version as verdicts carry it
 * @param revision the id of the saved revision that decides; absent while the site's file stands alone
 * @param thresholds those that decide
 * @param fileThresholds those of the site's file, or the shipped ones
 * @param weights that are saved over the site's file
 * @param changes what is saved over the file, in words
 * @param siteLines the lines that say the same in the site's file
 */
record RulesView(
        String version,
        @Nullable String revision,
        ThresholdsView thresholds,
        ThresholdsView fileThresholds,
        Map<String, Double> weights,
        List<String> changes,
        String siteLines) {

    static RulesView of(Tuner tuner) {
        return new RulesView(
                tuner.version(),
                tuner.held().map(Revision::id).orElse(null),
                ThresholdsView.of(tuner.present().thresholds()),
                ThresholdsView.of(tuner.site().thresholds()),
                tuner.tuning().weights(),
                Differences.between(tuner.site(), tuner.present()),
                SiteLines.of(tuner.tuning(), tuner.site()));
    }
}

package dev.quell.web.calls;

import dev.quell.classifier.whatif.Change;
import dev.quell.classifier.whatif.Margin;
import dev.quell.classifier.whatif.WhatIf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have changed a verdict.
 *
 * @param prior what is thought before any evidence, natural-log odds
 * @param sum prior and evidence together, natural-log odds
 * @param milder how far the score is from a milder action
 * @param harder how far it is from a harder one
 * @param without symbols without which the action would have been another
 * @param with symbols with which it would have been milder
 */
record WhatIfView(
        double prior,
        double sum,
        @Nullable Margin milder,
        @Nullable Margin harder,
        List<Change> without,
        List<Change> with) {

    static WhatIfView of(WhatIf whatIf) {
        return new WhatIfView(
                whatIf.prior(),
                whatIf.sum(),
                whatIf.milder().orElse(null),
                whatIf.harder().orElse(null),
                whatIf.without(),
                whatIf.with());
    }
}

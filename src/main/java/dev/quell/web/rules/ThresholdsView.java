package dev.quell.web.rules;

import dev.quell.classifier.ClassifierSettings.Thresholds;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The probabilities from which an action is taken; each is above the one before it, all between 0 and 1.
 *
 * @param tag the caller is let through with a mark
 * @param challenge the caller is asked something
 * @param deter the caller is kept away
 */
record ThresholdsView(
        @Schema(example = "0.5") double tag,
        @Schema(example = "0.8") double challenge,
        @Schema(example = "0.95") double deter) {
    static ThresholdsView of(Thresholds set) {
        return new ThresholdsView(set.tag(), set.challenge(), set.deter());
    }
}

package dev.quell.web.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * Weights and thresholds to be tried, for the interface's description; what is left out is as it decides now.
 *
 * @param days over how many days up to now, 1 to 30; 7 if not given
 * @param weights natural-log odds by symbol, -10 to 10
 */
record NewTrial(
        @Schema(example = "7") int days,
        @Schema(example = "{\"CLI_WITHHELD\": 0.5}") Map<String, Double> weights,
        ThresholdsView thresholds) {}

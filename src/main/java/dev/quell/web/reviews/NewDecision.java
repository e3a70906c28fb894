package dev.quell.web.reviews;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The decision of a dispute, for the interface's description.
 *
 * @param note in the person's words
 */
record NewDecision(
        @Schema(maxLength = 150, example = "the caller rang back and is a customer")
        String note) {}

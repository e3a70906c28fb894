package dev.quell.web.rules;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The second person's word, for the interface's description.
 *
 * @param note why
 */
record NewWord(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200, example = "looked at the two good talks")
        String note) {}

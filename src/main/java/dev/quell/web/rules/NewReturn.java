package dev.quell.web.rules;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The word to go back, for the interface's description.
 *
 * @param revision its id; left out: the site's file alone
 * @param note why
 */
record NewReturn(
        @Schema(example = "3f9a0c1be27d4e55") String revision,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200, example = "good talks were challenged")
        String note) {}

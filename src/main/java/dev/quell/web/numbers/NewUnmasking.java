package dev.quell.web.numbers;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A number that somebody has to see whole, for the interface's description: a call's, or that of an entry of a list.
 *
 * @param call the call's id or case number
 * @param list block or allow
 * @param entry the entry's number
 */
record NewUnmasking(
        @Schema(example = "10492837") String call,
        @Schema(example = "block") String list,
        @Schema(example = "17") String entry,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200, example = "police file 118")
        String reason) {}

package dev.quell.web.rules;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The word to save what was tried, for the interface's description.
 *
 * @param trial the trial's id: it is done, and the rules that it was compared with decide still
 * @param note why
 */
record NewSaving(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0b0f4f3c-4b8e-4f53-9d4e-2a3b7c1d9e10")
        String trial,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200, example = "fewer withheld callers tagged")
        String note) {}

package dev.quell.web.reviews;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What somebody thinks of how a call was treated, for the interface's description.
 *
 * @param judgement right, wrong or unsure
 */
record NewJudgement(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "right")
        String judgement) {}

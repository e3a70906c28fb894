package dev.quell.web.treatments;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Which recording is to come back, for the interface's description.
 *
 * @param put when it was put away, one of {@code kept}
 */
record NewBack(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-11-22T08:30:00.123Z")
        String put) {}

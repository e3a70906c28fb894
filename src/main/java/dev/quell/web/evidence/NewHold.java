package dev.quell.web.evidence;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body that makes a hold, for the interface's description; {@link HoldsResource} reads it field by field. */
record NewHold(
        @Schema(description = "a number or a prefix; all callers if not given", example = "+86138*")
        String source,

        @Schema(description = "calls that arrived at or after; all if not given")
        String from,

        @Schema(description = "calls that arrived before; future ones too if not given")
        String to,

        @Schema(description = "when it ends by itself; never if not given")
        String until,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 100, description = "who orders it")
        String author,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200, description = "why")
        String reason,

        @Schema(
                description =
                        "true if it is understood that with a shared record in PostgreSQL this instance's own records alone are kept")
        String ownRecordsOnly) {}

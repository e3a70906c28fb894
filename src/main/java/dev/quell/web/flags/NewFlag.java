package dev.quell.web.flags;

import dev.quell.flag.FlagReason;
import io.swagger.v3.oas.annotations.media.Schema;

/** The body that raises a flag, for the interface's description; {@link FlagRequest} reads it field by field. */
record NewFlag(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "a call's id or case number",
                example = "pbx:1763800000.12")
        String call,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "PJSIP/1001")
        String agent,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) FlagReason reason,

        @Schema(maxLength = 500) String note,

        @Schema(description = "whether the caller of a live call leaves the agent at once", defaultValue = "false")
        boolean move) {}

package dev.quell.web.evidence;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body that has a pack made, for the interface's description; {@link EvidenceResource} reads it field by field. */
record NewPack(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "a number, E.164, or a prefix",
                example = "+86138*")
        String source,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "arrived at or after",
                example = "2026-11-01T00:00:00Z")
        String from,

        @Schema(description = "arrived before; now if not given")
        String to,

        @Schema(description = "en, if not given, or zh") String language,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 100, description = "who wants it")
        String who,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200, description = "why")
        String reason) {}

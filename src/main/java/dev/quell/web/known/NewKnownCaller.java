package dev.quell.web.known;

import dev.quell.web.input.Askers;
import io.swagger.v3.oas.annotations.media.Schema;

/** The body that makes a caller known, for the interface's description. */
@Schema(
        description =
                "Without until or ttl it holds until it is taken back; dialled holds for quell.known-callers.dialled-for at most.")
record NewKnownCaller(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "customer, open_ticket or dialled",
                example = "customer")
        String kind,

        @Schema(description = "ISO 8601, ahead of now", example = "2026-12-31T00:00:00Z")
        String until,

        @Schema(description = "in place of until", example = "30d")
        String ttl,

        @Schema(maxLength = 60, description = Askers.DESCRIPTION)
        String author) {}

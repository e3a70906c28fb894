package dev.quell.web.lists;

import dev.quell.web.input.Askers;
import io.swagger.v3.oas.annotations.media.Schema;

/** The body that makes an entry, for the interface's description; {@link EntryReader} reads it field by field. */
@Schema(description = "A block needs expires or ttl; an allow entry without either stands for good.")
record NewEntry(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description =
                        "a number, national or E.164, a prefix such as +86138*, or a range of numbers such as +8675561230000-+8675561239998: both ends and the numbers of that length between them, at most a million, the first three digits alike. National too, of the second number only its last digits, and with a dash, ~, 至 or 到",
                example = "+86138*")
        String pattern,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200, example = "three silent calls")
        String reason,

        @Schema(description = "ISO 8601, ahead of now", example = "2026-11-29T00:00:00Z")
        String expires,

        @Schema(description = "in place of expires", example = "7d")
        String ttl,

        @Schema(maxLength = 60, description = Askers.DESCRIPTION)
        String author) {}

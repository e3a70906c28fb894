package dev.quell.web.screen;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a switch tells of a call's end, for the interface's description; {@link EndReader} reads it field by field. */
@Schema(description = "All of it may be left out; a length of time is whole seconds, or 90s, 2m, PT1M30S.")
record NewEnd(
        @Schema(
                description =
                        "what became of the call, words parted by blanks in their order: rescued-key, rescued-speech, noise, not-heard, passed,"
                                + " no-media, release, timeout, key, full, left, redress, queue, supervisor; unscreened-guard if the answer came too late",
                example = "release")
        String outcome,

        @Schema(description = "from answer to end", example = "42s")
        String answered,

        @Schema(description = "in conversation with an agent", example = "30s")
        String withAgent,

        @Schema(
                description =
                        "how much the caller was heard to speak in the whole call; 0 only if the switch listened all the time. Without it no call is called silent",
                example = "0s")
        String speech,

        @Schema(description = "RTP packets received from the caller", example = "1050")
        String packets,

        @Schema(
                description = "who hung up",
                allowableValues = {"caller", "other", "unknown"})
        String side,

        @Schema(description = "Q.850 cause", example = "16") String cause,

        @Schema(description = "the queue that the call was in")
        String queue,

        @Schema(description = "the agent who had the call", example = "1001")
        String agent,

        @Schema(description = "when it ended, ISO 8601; now if not given")
        String at,

        @Schema(description = "the calling number, for a call that was never screened")
        String caller,

        @Schema(description = "the number called, for a call that was never screened")
        String line,

        @Schema(description = "the way it came in, for a call that was never screened")
        String trunk) {}

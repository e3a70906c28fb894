package dev.quell.web.screen;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** The call that a switch asks about, for the interface's description; {@link ScreenReader} reads it field by field. */
@Schema(description = "Only call is needed; the more is told, the more is known. Texts of callers may hold anything.")
record NewCall(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = 512,
                description = "the switch's id of the call: a UUID, a SIP Call-ID",
                example = "2f6d9e0a-52e4-4b0e-9d5c-8a1c5b1f7e10")
        String call,

        @Schema(
                description = "the switch's name, 1 to 32 letters, digits or hyphens",
                defaultValue = "switch",
                example = "fs1")
        @JsonProperty("switch")
        String switchName,

        @Schema(description = "the calling number as shown", example = "+8613800138000")
        String caller,

        @Schema(description = "withheld if the caller keeps the number back", example = "allowed")
        String presentation,

        @Schema(description = "the calling name as shown") String name,

        @Schema(description = "the number called", example = "4001")
        String line,

        @Schema(description = "the way the call came in", example = "carrier-1")
        String trunk,

        @Schema(description = "the switch's name for the caller's leg")
        String channel,

        @Schema(
                description = "what the verification of the signature found",
                allowableValues = {"a", "b", "c", "failed", "none"})
        String attestation,

        @Schema(description = "whether the call was diverted to you; told by Diversion and History-Info if not given")
        Boolean forwarded,

        @Schema(example = "PCMA") String codec,
        @Schema(example = "zh") String language,

        @Schema(
                description =
                        "SIP headers of the call. From, User-Agent, P-Asserted-Identity, Privacy, Priority, Diversion and History-Info are read",
                example = "{\"From\": \"<sip:13800138000@example.net>\", \"User-Agent\": \"Phone/1.0\"}")
        Map<String, String> headers) {}

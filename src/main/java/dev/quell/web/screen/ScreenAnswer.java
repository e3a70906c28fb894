package dev.quell.web.screen;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quell.call.CallId;
import dev.quell.call.Profile;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.screening.CallScreened;
import dev.quell.web.problem.FieldFault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a switch is told about a call. {@code action} alone is enough for one that can only connect or refuse.
 *
 * @param call the call's id as the log has it, which is another than the switch's own if that is another call's; absent if the request could not be read
 * @param unscreened whether nothing was decided, so that the call passes
 * @param action what to do
 * @param verdict what would be done if verdicts were enforced; the same as the action unless the mode is observe, the safety floor is down or the call is
 *     in the sample that passes all the same
 * @param reason why, in a sentence
 * @param evidence what was seen, strongest first
 * @param caseNumber what the caller can quote, 8 digits
 * @param label shown before the caller's name to the agent of a tagged call
 * @param protectedLine whether callers of this line are never released or refused by a machine
 * @param again whether this call was asked about before; then it is the answer of then
 * @param end where the call's end is to be told
 * @param faults what is wrong with the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScreenAnswer(
        @Nullable @Schema(example = "fs1:2f6d9e0a-52e4-4b0e-9d5c-8a1c5b1f7e10")
        String call,

        boolean unscreened,
        Action action,
        @Nullable Action verdict,

        @Nullable @JsonProperty("class") CallClass callClass,

        @Nullable Double probability,
        String reason,
        @Nullable List<String> evidence,

        @Nullable @Schema(example = "10492837") String caseNumber,

        @Nullable @Schema(example = "SILENT-97") String label,

        @Nullable Boolean protectedLine,
        @Nullable TreatmentView treatment,
        @Nullable Boolean again,

        @Nullable @Schema(example = "/api/v1/screen/fs1:2f6d9e0a-52e4-4b0e-9d5c-8a1c5b1f7e10/end")
        String end,

        @Nullable List<FieldFault> faults) {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    /** What was decided. */
    static ScreenAnswer of(CallScreened call, @Nullable TreatmentView treatment, boolean again, Language language) {
        CauseWords words = new CauseWords(Phrases.in(language), CATALOGUE);
        String id = call.call().id().toString();
        boolean asDecided = call.applied() == call.verdict().action();
        return new ScreenAnswer(
                id,
                false,
                call.applied(),
                call.verdict().action(),
                call.verdict().callClass(),
                call.verdict().probability(),
                words.cause(call.verdict().cause()) + (asDecided ? "" : "; " + words.applied(call.appliedBecause())),
                call.verdict().symbols().stream()
                        .map(symbol -> symbol.name() + ": " + CATALOGUE.words(symbol, language))
                        .toList(),
                call.caseNumber().digits(),
                call.label().isEmpty() ? null : call.label(),
                call.call().line().profile() == Profile.PROTECTED,
                treatment,
                again,
                "/api/v1/screen/" + id + "/end",
                null);
    }

    /** Nothing was decided in time, or could be written down. */
    static ScreenAnswer unscreened(CallId call, String reason) {
        return passes(call.toString(), reason, null);
    }

    /** The request could not be read. */
    static ScreenAnswer unreadable(List<FieldFault> faults) {
        return passes(null, "the request has faults", faults);
    }

    private static ScreenAnswer passes(@Nullable String call, String reason, @Nullable List<FieldFault> faults) {
        return new ScreenAnswer(
                call,
                true,
                Action.PASS,
                null,
                null,
                null,
                reason,
                null,
                null,
                null,
                null,
                null,
                null,
                call == null ? null : "/api/v1/screen/" + call + "/end",
                faults);
    }
}

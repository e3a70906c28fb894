package dev.quell.web.screen;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quell.call.Profile;
import dev.quell.screening.CallScreened;
import dev.quell.treatment.TreatmentSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a switch does with a call that is not simply connected. Times are in seconds, as switches count.
 *
 * @param answer whether the switch answers the call itself
 * @param prompts names of the recordings, in their order
 * @param before from the answer to the first prompt
 * @param every from one prompt's beginning to the next one's
 * @param atMost the longest stay
 * @param heard where a key or speech leads: {@code queue-first}, {@code queue}, or {@code redress} (the case number is said)
 * @param silent what follows otherwise: {@code release} or {@code queue}
 * @param sip the final response of a call that is refused
 */
@Schema(description = "what the switch does with a call that is not simply connected; times are in seconds")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TreatmentView(
        boolean answer,
        List<String> prompts,

        @Nullable @Schema(example = "6") Double before,

        @Nullable @Schema(example = "5") Double every,

        @Nullable @Schema(example = "21") Double atMost,

        @Nullable @Schema(allowableValues = {"queue-first", "queue", "redress"})
        String heard,

        @Nullable @Schema(allowableValues = {"release", "queue"})
        String silent,

        @Nullable @Schema(example = "608") Integer sip) {

    private static final int REJECTED = 608;

    /** The treatment of a call; null if it is simply connected. */
    static @Nullable TreatmentView of(CallScreened call, TreatmentSettings scripts, Duration deterFor) {
        // Nobody is released by a machine on a protected line.
        String otherwise = call.call().line().profile() == Profile.PROTECTED ? "queue" : "release";
        return switch (call.applied()) {
            case PASS, TAG -> null;
            case CHALLENGE ->
                new TreatmentView(
                        true,
                        List.of(scripts.challenge().prompt()),
                        0.0,
                        null,
                        seconds(scripts.challenge().passAfter()),
                        "queue",
                        "queue",
                        null);
            case LISTEN -> listen(scripts.listen(), otherwise);
            case DETER ->
                new TreatmentView(
                        true,
                        List.of(),
                        null,
                        null,
                        seconds(deterFor),
                        call.keyLeadsToQueue() ? "queue" : "redress",
                        otherwise,
                        null);
            case REJECT -> new TreatmentView(false, List.of(), null, null, null, null, null, REJECTED);
        };
    }

    private static TreatmentView listen(TreatmentSettings.Listen script, String otherwise) {
        Duration whole = script.before()
                .plus(script.spacing().multipliedBy(script.prompts().size()));
        return new TreatmentView(
                true,
                script.prompts(),
                seconds(script.before()),
                seconds(script.spacing()),
                seconds(whole),
                "queue-first",
                otherwise,
                null);
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}

package dev.quell.web.numbers;

import dev.quell.call.Attestation;
import dev.quell.call.CallerNumber;
import dev.quell.screening.trial.Trials;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Numbers;
import dev.quell.web.input.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/numbers/{number}/test}: a call is tried, nothing is kept. */
@RestController
class NumbersResource {
    private final Trials trials;
    private final Numbers numbers;

    NumbersResource(Trials trials, Numbers numbers) {
        this.trials = trials;
        this.numbers = numbers;
    }

    @Operation(summary = "What would happen to a call now and why; nothing is kept")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "line",
            description = "the number called; the default line if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "trunk",
            description = "the way it comes in",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "attestation",
            description = "a, b, c, failed or none",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"a", "b", "c", "failed", "none"}))
    @GetMapping("/api/v1/numbers/{number}/test")
    TrialView test(
            @PathVariable String number, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "line", "trunk", "attestation");
        Optional<CallerNumber> caller = input.part("number", number, numbers::caller);
        String line = input.optional("line", NumbersResource::word).orElse("");
        String trunk = input.optional("trunk", NumbersResource::word).orElse("unknown");
        Attestation attestation =
                input.optional("attestation", Readers.word(Attestation.class)).orElse(Attestation.NONE);
        input.throwIfFaulty();
        return TrialView.of(trials.of(caller.orElseThrow(), line, trunk, attestation));
    }

    private static String word(String text) {
        // A + that was not escaped in a query arrives as a blank.
        String word = text.startsWith(" ") ? "+" + text.substring(1) : text;
        if (!word.matches("[A-Za-z0-9_.:/@+-]{1,128}")) {
            throw new IllegalArgumentException("is not a word of 1 to 128 letters, digits or any of _.:/@+-");
        }
        return word;
    }
}

package dev.quell.web.numbers;

import dev.quell.blocklist.BlockListService;
import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Lines;
import dev.quell.classifier.Verdict;
import dev.quell.screening.Screening;
import dev.quell.screening.ScreeningSettings;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Numbers;
import dev.quell.web.input.Readers;
import dev.quell.web.lists.EntryView;
import dev.quell.web.verdict.VerdictView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/numbers/{number}/test}: a call is tried, nothing is kept. */
@RestController
class NumbersResource {
    private final Screening screening;
    private final ScreeningSettings settings;
    private final BlockListService lists;
    private final Lines lines;
    private final CallSettings calls;
    private final Numbers numbers;
    private final Clock clock;

    NumbersResource(
            Screening screening,
            ScreeningSettings settings,
            BlockListService lists,
            Lines lines,
            CallSettings calls,
            Numbers numbers,
            Clock clock) {
        this.screening = screening;
        this.settings = settings;
        this.lists = lists;
        this.lines = lines;
        this.calls = calls;
        this.numbers = numbers;
        this.clock = clock;
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
            schema = @Schema(type = "string"))
    @GetMapping("/api/v1/numbers/{number}/test")
    Trial test(
            @PathVariable String number, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "line", "trunk", "attestation");
        Optional<CallerNumber> caller = input.part("number", number, numbers::caller);
        String line = input.optional("line", NumbersResource::word).orElse("");
        String trunk = input.optional("trunk", NumbersResource::word).orElse("unknown");
        Attestation attestation =
                input.optional("attestation", Readers.word(Attestation.class)).orElse(Attestation.NONE);
        input.throwIfFaulty();
        IncomingCall call = call(caller.orElseThrow(), lines.of(line), trunk, attestation);
        Verdict verdict = screening.test(call);
        return new Trial(
                call.caller().toString(),
                call.line(),
                trunk,
                attestation,
                VerdictView.of(verdict),
                lists.test(call.caller()).map(EntryView::of).orElse(null),
                settings.mode().name().toLowerCase(Locale.ROOT),
                Trial.words(verdict, settings.mode()));
    }

    private IncomingCall call(CallerNumber caller, Line line, String trunk, Attestation attestation) {
        return new IncomingCall(
                new CallId("test", "test"),
                "",
                caller,
                "",
                Optional.empty(),
                attestation,
                trunk,
                calls.trusts(trunk),
                line,
                Fingerprint.UNKNOWN,
                false,
                false,
                "",
                clock.instant());
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

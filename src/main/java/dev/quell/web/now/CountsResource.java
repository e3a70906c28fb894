package dev.quell.web.now;

import dev.quell.report.Counters;
import dev.quell.report.HourCount;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/counts}: calls by hour, from counters, whatever the log's length. */
@RestController
class CountsResource {
    private static final Duration PERIOD = Duration.ofDays(7);
    private static final Duration MOST = Duration.ofDays(92);

    private final Counters counters;
    private final Clock clock;

    CountsResource(Counters counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * An hour's calls of one word.
     *
     * @param word what they have in common; empty if nothing, or if they have none of it
     */
    record CountView(Instant from, String word, long calls, long silent, long noise, long good) {
        static CountView of(HourCount count) {
            return new CountView(
                    count.from(),
                    count.word(),
                    count.tally().calls(),
                    count.tally().silent(),
                    count.tally().noise(),
                    count.tally().good());
        }
    }

    @Operation(
            summary = "All hours of a period that had calls, oldest first, by what calls have in common",
            description = "At most 92 days.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "by",
            description = "all (if not given), line, trunk, class, action or outcome",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"all", "line", "trunk", "class", "action", "outcome"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; 7 days before to if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before; now if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @GetMapping("/api/v1/counts")
    List<CountView> counts(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "by", "from", "to");
        Counters.Word by =
                input.optional("by", Readers.word(Counters.Word.class)).orElse(Counters.Word.ALL);
        Instant to = input.optional("to", Readers::time).orElseGet(clock::instant);
        Instant from = input.optional("from", Readers::time).orElseGet(() -> to.minus(PERIOD));
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(MOST) > 0) {
            input.fault("from", "is not before to, or more than 92 days before it");
        }
        input.throwIfFaulty();
        return counters.hours(by, from, to).stream().map(CountView::of).toList();
    }
}

package dev.quell.web.reviews;

import dev.quell.call.Wilson;
import dev.quell.calllog.LoggedCall;
import dev.quell.deed.Reviewing;
import dev.quell.review.DailySamples;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.review.ReviewStore;
import dev.quell.review.Tally;
import dev.quell.security.people.Person;
import dev.quell.web.calls.CallFinder;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/reviews}: samples of diverted calls, judged one by one, and the false-positive rate that they measure. */
@RestController
@RequestMapping("/api/v1/reviews")
class ReviewsResource {
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final DailySamples samples;
    private final ReviewStore reviews;
    private final Reviewing reviewing;
    private final CallFinder calls;

    ReviewsResource(DailySamples samples, ReviewStore reviews, Reviewing reviewing, CallFinder calls) {
        this.samples = samples;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.calls = calls;
    }

    /**
     * How often callers were diverted wrongly, as far as samples tell.
     *
     * @param days over how many days up to yesterday
     * @param decided reviews that say right or wrong
     * @param share wrongly diverted ones among these, 0 to 1
     * @param lower the lower end of its 95 % interval
     * @param upper the upper end
     */
    record Measured(int days, int decided, int wrong, int unsure, double share, double lower, double upper) {
        static Measured of(int days, Tally tally) {
            Wilson.Interval interval = tally.interval();
            return new Measured(
                    days,
                    tally.decided(),
                    tally.wrong(),
                    tally.unsure(),
                    tally.share(),
                    interval.lower(),
                    interval.upper());
        }
    }

    @Operation(
            summary = "All calls of a day's sample, oldest first, with what was said of them",
            description = "At most 20 of the calls whose verdict was to divert, drawn by a hash of their ids.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "day",
            description = "a day that is over, such as 2026-11-22; yesterday if not given",
            schema = @Schema(type = "string", format = "date"))
    @GetMapping
    List<ReviewView> sample(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "day");
        LocalDate day = input.optional("day", this::day).orElseGet(samples::last);
        input.throwIfFaulty();
        return samples.of(day).stream()
                .map(drawn -> ReviewView.of(drawn.call(), drawn.review()))
                .toList();
    }

    private LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isAfter(samples.last()) && day.getYear() > 1970) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no day such as " + samples.last(), e);
        }
        throw new IllegalArgumentException("is no day that is over; the last one is " + samples.last());
    }

    @Operation(summary = "How often callers were diverted wrongly, measured by the samples, with its 95 % interval")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "days",
            description = "days up to yesterday, 1 to 366; 30 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "366", defaultValue = "30"))
    @GetMapping("/measured")
    Measured measured(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "days");
        int days = input.optional("days", Readers.between(1, MOST_DAYS)).orElse(DAYS);
        input.throwIfFaulty();
        return Measured.of(days, samples.measured(days));
    }

    @Operation(summary = "Keeps what somebody thinks of a call of a sample; what was said before is replaced")
    @PutMapping(path = "/{reference}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReviewView judge(
            @PathVariable String reference,
            @Parameter(hidden = true) Person by,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewJudgement.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "judgement");
        Optional<Judgement> judgement =
                input.required("judgement", "right, wrong or unsure", Readers.word(Judgement.class));
        input.throwIfFaulty();
        LoggedCall call = calls.find(reference);
        if (!samples.has(call)) {
            throw ProblemException.conflict("This call is in no day's sample; see GET /api/v1/reviews. What somebody"
                    + " chose to look at would spoil the measure.");
        }
        reviewing.judge(Occasion.SAMPLE, call, judgement.orElseThrow(), "", by.id());
        return ReviewView.of(call, said(call));
    }

    private Optional<Review> said(LoggedCall call) {
        return reviews.of(Occasion.SAMPLE, List.of(call.id())).stream().findFirst();
    }
}

package dev.quell.web.reviews;

import dev.quell.blocklist.ListRefusal;
import dev.quell.call.CallId;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.deed.Asker;
import dev.quell.deed.Reviewing;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.review.ReviewStore;
import dev.quell.security.people.Person;
import dev.quell.web.calls.CallFinder;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/disputes}: a caller who was treated quotes the case number; somebody looks it up and decides. */
@RestController
@RequestMapping("/api/v1/disputes")
class DisputesResource {
    private static final Paging<ReviewStore.Place> PAGING =
            new Paging<>("disputes", 50, 200, DisputesResource::text, DisputesResource::place);
    private static final int LONGEST = 150;

    private final ReviewStore reviews;
    private final Reviewing reviewing;
    private final CallFinder calls;
    private final CallLog log;

    DisputesResource(ReviewStore reviews, Reviewing reviewing, CallFinder calls, CallLog log) {
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.calls = calls;
        this.log = log;
    }

    @Operation(summary = "The disputes that were decided last, newest first, as far as their calls are in the log")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "disputes, 1 to 200; 50 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "200", defaultValue = "50"))
    @InPages
    @GetMapping
    ResponseEntity<List<ReviewView>> decided(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<ReviewStore.Place> part = PAGING.read(input);
        input.throwIfFaulty();
        List<Review> found = reviews.newest(Occasion.DISPUTE, part.after(), part.fetch());
        HttpHeaders headers = new HttpHeaders();
        if (found.size() > part.limit()) {
            part.next(headers, query, ReviewStore.Place.of(found.get(part.limit() - 1)));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(found.stream()
                        .limit(part.limit())
                        .flatMap(review ->
                                log.find(review.call()).map(call -> ReviewView.of(call, Optional.of(review))).stream())
                        .toList());
    }

    private static String text(ReviewStore.Place place) {
        return place.at().toEpochMilli() + " " + place.call();
    }

    private static ReviewStore.Place place(String text) {
        int blank = text.indexOf(' ');
        return new ReviewStore.Place(
                Instant.ofEpochMilli(Readers.number(text.substring(0, Math.max(0, blank)))),
                CallId.parse(text.substring(blank + 1)));
    }

    @Operation(summary = "A call by its case number, with what was decided of it")
    @GetMapping("/{case}")
    ReviewView one(@PathVariable("case") String number) {
        return view(find(number));
    }

    @Operation(
            summary = "Decides for the caller: blocks of the number are lifted, and it is allowed for 30 days",
            description =
                    "A prefix that means the number too stays, since the allow entry wins. A withheld number cannot be listed: the decision is kept alone.")
    @PostMapping(path = "/{case}/wrong", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReviewView wrong(
            @PathVariable("case") String number,
            @Parameter(hidden = true) Person by,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewDecision.class)))
                    @RequestBody
                    JsonNode body) {
        String note = note(body);
        LoggedCall call = find(number);
        try {
            reviewing.relieve(call, note, Asker.of(by));
        } catch (ListRefusal e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
        return view(call);
    }

    @Operation(summary = "Decides against the caller, who was rightly kept from the agents: only the decision is kept")
    @PostMapping(path = "/{case}/right", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReviewView right(
            @PathVariable("case") String number,
            @Parameter(hidden = true) Person by,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewDecision.class)))
                    @RequestBody
                    JsonNode body) {
        String note = note(body);
        LoggedCall call = find(number);
        reviewing.judge(Occasion.DISPUTE, call, Judgement.RIGHT, note, by.id());
        return view(call);
    }

    private static String note(JsonNode body) {
        Input input = Inputs.body(body, "note");
        String note = input.optional("note", text -> Clean.text(text, LONGEST)).orElse("");
        input.throwIfFaulty();
        return note;
    }

    private LoggedCall find(String number) {
        if (!number.matches("[0-9]{8}")) {
            throw ProblemException.invalid("case", "is not a case number of 8 digits");
        }
        return calls.find(number);
    }

    private ReviewView view(LoggedCall call) {
        Optional<Review> said =
                reviews.of(Occasion.DISPUTE, List.of(call.id())).stream().findFirst();
        return ReviewView.of(call, said);
    }
}

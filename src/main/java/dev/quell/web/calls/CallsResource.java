package dev.quell.web.calls;

import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Numbers;
import dev.quell.web.input.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /api/v1/calls}: the record of calls, newest first. */
@RestController
@RequestMapping("/api/v1/calls")
class CallsResource {
    private static final int LIMIT = 50;
    private static final int MAX_LIMIT = 1000;
    private static final String[] FIELDS = Stream.concat(Arrays.stream(CallFilters.FIELDS), Stream.of("page", "limit"))
            .toArray(String[]::new);

    private final CallLog log;
    private final CallFinder finder;
    private final Numbers numbers;
    private final Clock clock;

    CallsResource(CallLog log, CallFinder finder, Numbers numbers, Clock clock) {
        this.log = log;
        this.finder = finder;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** A page of calls; its {@code Link} header (RFC 8288) leads to the next and the previous. */
    @Operation(
            summary =
                    "Calls, newest first; the Link header leads to the next page of older calls and the previous of newer ones")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "caller",
            description = "one caller: national, E.164, short, or withheld; or a prefix such as +86138*",
            example = "13800138000",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; ISO 8601",
            example = "2026-11-22",
            schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "arrived before", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "class",
            description = "what it was taken for",
            example = "silent",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "action",
            description = "what the verdict was",
            example = "deter",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "applied",
            description = "what was done",
            example = "pass",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "line",
            description = "the number called",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "trunk",
            description = "the way it came in",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "agent",
            description = "the agent's channel",
            example = "PJSIP/1001",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "least-score",
            description = "at least this probability, 0 to 1",
            example = "0.85",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "most-score",
            description = "at most this probability, 0 to 1",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "outcome",
            description = "what the caller did",
            example = "silent",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "case",
            description = "a case number of 8 digits",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "page",
            description = "a place in the log; the Link header has it",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "calls a page, 1 to 1000; 50 if not given",
            schema = @Schema(type = "string"))
    @GetMapping
    ResponseEntity<List<CallView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, FIELDS);
        CallFilter filter = CallFilters.read(input, numbers, clock.instant());
        Optional<CallCursor> at = input.optional("page", CallCursor::parse);
        int limit = input.optional("limit", Readers.between(1, MAX_LIMIT)).orElse(LIMIT);
        input.throwIfFaulty();
        CallPage page = log.search(new CallLog.Query(filter, at, limit));
        HttpHeaders headers = new HttpHeaders();
        page.older().ifPresent(next -> headers.add(HttpHeaders.LINK, link(query, next, "next")));
        page.newer().ifPresent(previous -> headers.add(HttpHeaders.LINK, link(query, previous, "prev")));
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.calls().stream().map(CallView::of).toList());
    }

    private static String link(MultiValueMap<String, String> query, CallCursor place, String relation) {
        URI uri = UriComponentsBuilder.fromPath("/api/v1/calls")
                .queryParams(query)
                .replaceQueryParam("page", place.text())
                .encode()
                .build()
                .toUri();
        return "<" + uri + ">; rel=\"" + relation + "\"";
    }

    @Operation(summary = "One call by its id (server:linkedid) or case number")
    @GetMapping("/{reference}")
    CallView one(@PathVariable String reference) {
        return CallView.of(finder.find(reference));
    }
}

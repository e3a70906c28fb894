package dev.quell.web.calls;

import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Numbers;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/calls}: the record of calls, newest first. */
@RestController
@RequestMapping("/api/v1/calls")
class CallsResource {
    private static final Paging<CallCursor> PAGING =
            new Paging<>("calls", 50, 1000, CallCursor::text, CallCursor::parse);
    private static final String[] FIELDS = Stream.concat(
                    Arrays.stream(CallFilters.FIELDS), Stream.of(Paging.PAGE, Paging.LIMIT, CallsFile.FIELD))
            .toArray(String[]::new);

    private final CallLog log;
    private final CallFinder finder;
    private final Numbers numbers;
    private final CallsFile file;
    private final Clock clock;

    CallsResource(CallLog log, CallFinder finder, Numbers numbers, CallsFile file, Clock clock) {
        this.file = file;
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
            example = "2026-11-22T00:00:00Z",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "class",
            description = "what it was taken for",
            example = "silent",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "normal",
                                "short_abandon",
                                "ring_once",
                                "silent_technical",
                                "silent",
                                "noise_or_playback",
                                "robocall",
                                "high_frequency",
                                "abusive",
                                "spoof_suspect",
                                "flood",
                                "callback_storm",
                                "protected"
                            }))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "action",
            description = "what the verdict was",
            example = "deter",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"pass", "tag", "challenge", "listen", "deter", "reject"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "applied",
            description = "what was done",
            example = "pass",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"pass", "tag", "challenge", "listen", "deter", "reject"}))
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
            schema = @Schema(type = "number", minimum = "0", maximum = "1"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "most-score",
            description = "at most this probability, 0 to 1",
            schema = @Schema(type = "number", minimum = "0", maximum = "1"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "outcome",
            description = "what the caller did",
            example = "silent",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "good_talk",
                                "spoke",
                                "silent",
                                "noise",
                                "short",
                                "no_media",
                                "abandoned",
                                "unknown"
                            }))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "case",
            description = "a case number of 8 digits",
            schema = @Schema(type = "string", pattern = "[0-9]{8}"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "calls a page, 1 to 1000; 50 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "50"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            description =
                    "json, or csv: a file of at most 50000 calls in place of a page; Accept: text/csv asks for one too",
            example = "json",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"json", "csv"}))
    @ApiResponse(
            responseCode = "200",
            description = "A page, or the file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = CallView.class))),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @InPages
    @GetMapping
    @Nullable
    ResponseEntity<List<CallView>> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response) {
        Instant now = clock.instant();
        Input input = Inputs.query(query, FIELDS);
        boolean whole = CallsFile.wanted(input, accept);
        CallFilter filter = CallFilters.read(input, numbers, now);
        Part<CallCursor> part = PAGING.read(input);
        if (whole && (input.has(Paging.PAGE) || input.has(Paging.LIMIT))) {
            input.fault(CallsFile.FIELD, "csv has no pages; leave page and limit out");
        }
        input.throwIfFaulty();
        if (whole) {
            file.write(filter, query, now, request, response);
            return null;
        }
        CallPage page = log.search(new CallLog.Query(filter, part.after(), part.limit()));
        HttpHeaders headers = new HttpHeaders();
        page.older().ifPresent(next -> part.next(headers, query, next));
        page.newer().ifPresent(previous -> part.previous(headers, query, previous));
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.calls().stream().map(CallView::of).toList());
    }

    @Operation(summary = "One call by its id (server:linkedid) or case number")
    @GetMapping("/{reference}")
    CallView one(@PathVariable String reference) {
        return CallView.of(finder.find(reference));
    }
}

package dev.quell.web.calls;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallLog;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** A page of calls; its {@code Link} header (RFC 8288) leads to the next. */
    @Operation(summary = "Calls, newest first; the Link header leads to the next page")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "caller",
            description = "one caller: national, E.164, short, or withheld",
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
            name = "before",
            description = "where the next page begins; the Link header has it",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "calls a page, 1 to 1000; 50 if not given",
            schema = @Schema(type = "string"))
    @GetMapping
    ResponseEntity<List<CallView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "caller", "from", "to", "before", "limit");
        Optional<CallerNumber> caller = input.optional("caller", numbers::caller);
        Instant from = input.optional("from", Readers::time).orElse(Instant.EPOCH);
        Instant to = input.optional("to", Readers::time)
                .orElseGet(() -> clock.instant().plusMillis(1));
        Instant before = input.optional("before", Readers::time).orElse(to);
        int limit = input.optional("limit", Readers.between(1, MAX_LIMIT)).orElse(LIMIT);
        if (!from.isBefore(to)) {
            input.fault("from", "is not before to");
        }
        input.throwIfFaulty();
        int fetch = Math.min(limit + 1, MAX_LIMIT);
        Page page =
                Page.cut(log.search(new CallLog.Query(caller, from, before.isBefore(to) ? before : to, fetch)), fetch);
        HttpHeaders headers = new HttpHeaders();
        page.next().ifPresent(next -> headers.add(HttpHeaders.LINK, link(query, next)));
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.calls().stream().limit(limit).map(CallView::of).toList());
    }

    private static String link(MultiValueMap<String, String> query, Instant next) {
        URI uri = UriComponentsBuilder.fromPath("/api/v1/calls")
                .queryParams(query)
                .replaceQueryParam("before", next)
                .encode()
                .build()
                .toUri();
        return "<" + uri + ">; rel=\"next\"";
    }

    @Operation(summary = "One call by its id (server:linkedid) or case number")
    @GetMapping("/{reference}")
    CallView one(@PathVariable String reference) {
        return CallView.of(finder.find(reference));
    }
}

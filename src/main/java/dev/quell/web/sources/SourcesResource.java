package dev.quell.web.sources;

import dev.quell.report.Grouping;
import dev.quell.report.SourceCsv;
import dev.quell.report.SourceReport;
import dev.quell.report.Sources;
import dev.quell.security.masking.Masking;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/sources}: who called in a period and what became of it, the worst first. */
@RestController
class SourcesResource {
    private static final Duration PERIOD = Duration.ofDays(1);
    private static final int TOP = 50;
    private static final int MAX_TOP = 10_000;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Sources sources;
    private final Clock clock;

    SourcesResource(Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    private enum Format {
        JSON,
        CSV
    }

    @Operation(summary = "Who called in a period and what became of it, the worst first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; one day before to if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before; now if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "by",
            description = "number, range or trunk",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"number", "range", "trunk"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "top",
            description = "sources, 1 to 10000; 50 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "10000", defaultValue = "50"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            description = "json or csv",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"json", "csv"}))
    @GetMapping("/api/v1/sources")
    ResponseEntity<?> report(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "from", "to", "by", "top", "format");
        Instant to = input.optional("to", Readers::time).orElseGet(clock::instant);
        Instant from = input.optional("from", Readers::time).orElse(to.minus(PERIOD));
        Grouping by = input.optional("by", Readers.word(Grouping.class)).orElse(Grouping.NUMBER);
        int top = input.optional("top", Readers.between(1, MAX_TOP)).orElse(TOP);
        Format format = input.optional("format", Readers.word(Format.class)).orElse(Format.JSON);
        if (!from.isBefore(to)) {
            input.fault("from", "is not before to");
        }
        input.throwIfFaulty();
        SourceReport report = sources.report(new Sources.Query(by, from, to, top));
        return format == Format.CSV ? csv(report) : ResponseEntity.ok(SourcesView.of(report));
    }

    private static ResponseEntity<byte[]> csv(SourceReport report) {
        StringBuilder text = new StringBuilder();
        try {
            SourceCsv.write(report, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quell-sources.csv\"")
                .body(Masking.text(text.toString()).getBytes(StandardCharsets.UTF_8));
    }
}

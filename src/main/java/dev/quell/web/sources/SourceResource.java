package dev.quell.web.sources;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.SourceCount;
import dev.quell.source.Campaigns;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Languages;
import dev.quell.web.input.Numbers;
import dev.quell.web.input.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/sources/…}: those with the most nuisance or calls, campaigns, and one source whole; from counters, whatever the log's length. */
@RestController
@RequestMapping("/api/v1/sources")
class SourceResource {
    private static final int LIMIT = 50;
    private static final int MOST = 1000;

    private final Counters counters;
    private final Campaigns campaigns;
    private final SourceFinder finder;
    private final Numbers numbers;
    private final Clock clock;

    SourceResource(Counters counters, Campaigns campaigns, SourceFinder finder, Numbers numbers, Clock clock) {
        this.counters = counters;
        this.campaigns = campaigns;
        this.finder = finder;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Operation(summary = "The sources with the most nuisance or the most calls in a period, most first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; 30 days before to if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before; now if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "prefix",
            description = "only numbers that begin so, such as +86138*",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "by",
            description = "nuisance (silent calls, noise and standing flags; if not given) or calls",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "sources, 1 to 1000; 50 if not given",
            schema = @Schema(type = "string"))
    @GetMapping("/top")
    List<TopSource> top(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "from", "to", "prefix", "by", "limit");
        SourceQuery period = SourceQuery.read(input, clock.instant());
        Optional<String> prefix = SourceQuery.prefix(input);
        Ranking by = input.optional("by", Readers.word(Ranking.class)).orElse(Ranking.NUISANCE);
        int limit = input.optional("limit", Readers.between(1, MOST)).orElse(LIMIT);
        input.throwIfFaulty();
        List<SourceCount> found = prefix.map(start -> counters.top(by, start, period.from(), period.to(), limit))
                .orElseGet(() -> counters.top(by, period.from(), period.to(), limit));
        return found.stream().map(TopSource::of).toList();
    }

    @Operation(
            summary = "All campaigns of a period: sources that seem to act as one, those of ranges first",
            description =
                    "At most 6 ranges of a hundred numbers of which several disturbed, and 4 groups that share signalling traits which few others have.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; 30 days before to if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before; now if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "prefix",
            description = "only numbers that begin so, such as +86138*",
            schema = @Schema(type = "string"))
    @GetMapping("/campaigns")
    List<CampaignView> campaigns(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "from", "to", "prefix");
        SourceQuery period = SourceQuery.read(input, clock.instant());
        Optional<String> prefix = SourceQuery.prefix(input);
        input.throwIfFaulty();
        return campaigns.of(prefix, period.from(), period.to()).stream()
                .map(CampaignView::of)
                .toList();
    }

    @Operation(
            summary = "One source whole: calls by class, hour and day, its entries, and what followed its treatments",
            description = "What would happen if it called now is at /api/v1/numbers/{number}/test.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; 30 days before to if not given",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before; now if not given",
            schema = @Schema(type = "string"))
    @GetMapping("/{number}")
    OneSourceView one(
            @PathVariable String number,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Input input = Inputs.query(query, "from", "to");
        Optional<CallerNumber> caller = input.part("number", number, numbers::caller);
        SourceQuery period = SourceQuery.read(input, clock.instant());
        input.throwIfFaulty();
        Locale language = switch (Languages.of(null, acceptLanguage)) {
            case ENGLISH -> Locale.ENGLISH;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
        };
        return finder.of(caller.orElseThrow(), period, language);
    }
}

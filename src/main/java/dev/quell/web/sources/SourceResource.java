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
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import dev.quell.web.paging.Spot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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
    private static final int MOST = 1000;
    private static final Paging<Long> TOP = Paging.byNumber("top", 50, MOST);
    private static final Paging<Spot> CAMPAIGNS = Paging.bySpot("campaigns", 10, 10);

    private final Counters counters;
    private final Campaigns campaigns;
    private final OneSourceViews views;
    private final Numbers numbers;
    private final Clock clock;

    SourceResource(Counters counters, Campaigns campaigns, OneSourceViews views, Numbers numbers, Clock clock) {
        this.counters = counters;
        this.campaigns = campaigns;
        this.views = views;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Operation(summary = "The 1,000 sources with the most nuisance or the most calls in a period, most first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; 30 days before to if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before; now if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "prefix",
            description = "only numbers that begin so, such as +86138*",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "by",
            description = "nuisance (silent calls, noise and standing flags; if not given) or calls",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"nuisance", "calls"}))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "sources, 1 to 1000; 50 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "50"))
    @InPages
    @GetMapping("/top")
    ResponseEntity<List<TopSource>> top(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "from", "to", "prefix", "by", Paging.PAGE, Paging.LIMIT);
        SourceQuery period = SourceQuery.read(input, clock.instant());
        Optional<String> prefix = SourceQuery.prefix(input);
        Ranking by = input.optional("by", Readers.word(Ranking.class)).orElse(Ranking.NUISANCE);
        Part<Long> part = TOP.read(input);
        int skipped = Math.clamp(part.after().orElse(0L), 0, MOST);
        input.throwIfFaulty();
        int most = Math.min(MOST, skipped + part.fetch());
        List<SourceCount> found = prefix.map(start -> counters.top(by, start, period.from(), period.to(), most))
                .orElseGet(() -> counters.top(by, period.from(), period.to(), most));
        List<Ranked> ranked = IntStream.range(skipped, found.size())
                .mapToObj(place -> new Ranked(place + 1L, found.get(place)))
                .toList();
        return part.answer(period.fixed(query), ranked, Ranked::place, each -> TopSource.of(each.source()));
    }

    /** A campaign and its place. */
    private record Numbered(Spot spot, Campaigns.Found found) {}

    /** A source and its place, from 1. */
    private record Ranked(long place, SourceCount source) {}

    @Operation(
            summary = "Campaigns of a period: sources that seem to act as one, those of ranges first",
            description =
                    "At most 6 ranges of a hundred numbers of which several disturbed, and 4 groups that share signalling traits which few others have.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; 30 days before to if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before; now if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "prefix",
            description = "only numbers that begin so, such as +86138*",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "campaigns, 1 to 10; 10 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "10", defaultValue = "10"))
    @InPages
    @GetMapping("/campaigns")
    ResponseEntity<List<CampaignView>> campaigns(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "from", "to", "prefix", Paging.PAGE, Paging.LIMIT);
        Part<Spot> part = CAMPAIGNS.read(input);
        SourceQuery period = SourceQuery.read(input, clock.instant());
        Optional<String> prefix = SourceQuery.prefix(input);
        input.throwIfFaulty();
        List<Campaigns.Found> found = campaigns.of(prefix, period.from(), period.to());
        List<Numbered> numbered = IntStream.range(0, found.size())
                .mapToObj(place -> new Numbered(new Spot(place, ""), found.get(place)))
                .toList();
        return part.answer(
                period.fixed(query),
                Part.behind(part, numbered, Numbered::spot),
                Numbered::spot,
                each -> CampaignView.of(each.found()));
    }

    @Operation(
            summary = "One source whole: calls by class, hour and day, its entries, and what followed its treatments",
            description = "What would happen if it called now is at /api/v1/numbers/{number}/test.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "arrived at or after; 30 days before to if not given",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "arrived before; now if not given",
            schema = @Schema(type = "string", format = "date-time"))
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
        return views.of(caller.orElseThrow(), period, language);
    }
}

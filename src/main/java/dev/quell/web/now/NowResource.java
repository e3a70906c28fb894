package dev.quell.web.now;

import dev.quell.call.Switches;
import dev.quell.console.live.CallMemory;
import dev.quell.console.live.LiveView;
import dev.quell.console.live.Living;
import dev.quell.console.live.Stage;
import dev.quell.screening.FailOpen;
import dev.quell.screening.FailOpens;
import dev.quell.screening.ScreeningSettings;
import dev.quell.screening.enforcement.Enforcement;
import dev.quell.traffic.TrafficView;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.now.NowView.FloorView;
import dev.quell.web.now.NowView.LineView;
import dev.quell.web.now.NowView.MinuteView;
import dev.quell.web.now.NowView.SwitchView;
import dev.quell.web.now.NowView.TrunkView;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import dev.quell.web.paging.Spot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/now}: what goes on at this moment. */
@RestController
@RequestMapping("/api/v1/now")
class NowResource {
    private static final Paging<Spot> PAGING = Paging.bySpot("now", 100, 1000);
    /** More milliseconds than any moment of a call has. */
    private static final long END = 10_000_000_000_000L;

    private static final long STAGE = 2 * END;
    private static final List<Stage> STAGES = List.of(Stage.values());
    private static final int AGENT = 128;

    private final LiveView live;
    private final CallMemory memory;
    private final Switches switches;
    private final Enforcement enforcement;
    private final ScreeningSettings settings;
    private final TrafficView traffic;
    private final FailOpens failOpens;
    private final Clock clock;

    NowResource(
            LiveView live,
            CallMemory memory,
            Switches switches,
            Enforcement enforcement,
            ScreeningSettings settings,
            TrafficView traffic,
            FailOpens failOpens,
            Clock clock) {
        this.live = live;
        this.memory = memory;
        this.switches = switches;
        this.enforcement = enforcement;
        this.settings = settings;
        this.traffic = traffic;
        this.failOpens = failOpens;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "What goes on now: calls by stage, mode and safety floor, Asterisks, trunks, verdicts, fail-opens")
    @GetMapping
    NowView now() {
        Instant now = clock.instant();
        LiveView.Seen seen = live.now();
        return new NowView(
                now,
                settings.mode().name().toLowerCase(Locale.ROOT),
                live.sees(),
                stages(seen.calls()),
                seen.others(),
                FloorView.of(enforcement.floor(now)),
                switches.now().stream().map(SwitchView::of).toList(),
                traffic.trunks().stream()
                        .map(TrunkView::of)
                        .sorted(Comparator.comparing(TrunkView::name))
                        .toList(),
                traffic.unusualLines().entrySet().stream()
                        .map(line -> LineView.of(line.getKey(), line.getValue()))
                        .sorted(Comparator.comparing(LineView::number))
                        .toList(),
                memory.rate().last(now).stream().map(MinuteView::of).toList(),
                passed());
    }

    private static Map<Stage, Long> stages(List<Living> calls) {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        calls.forEach(call -> counts.merge(call.stage(), 1L, Long::sum));
        return counts;
    }

    private List<FailOpen> passed() {
        return Stream.concat(failOpens.last().stream(), memory.failOpens().stream())
                .sorted(Comparator.comparing(FailOpen::last).reversed())
                .toList();
    }

    @Operation(summary = "Live calls, those that are treated first, then the newest")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "agent",
            description = "only those that this agent has",
            example = "PJSIP/1001",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "calls, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping("/calls")
    ResponseEntity<List<LiveCallView>> calls(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "agent", Paging.PAGE, Paging.LIMIT);
        Optional<String> agent = input.optional("agent", text -> Clean.text(text, AGENT));
        Part<Spot> part = PAGING.read(input);
        input.throwIfFaulty();
        List<Living> all = live.now().calls().stream()
                .filter(call -> agent.map(call.agent()::equals).orElse(true))
                .toList();
        return part.answer(query, Part.behind(part, all, NowResource::spot), NowResource::spot, LiveCallView::of);
    }

    /** By stage, then the newest first. */
    private static Spot spot(Living call) {
        return new Spot(
                STAGES.indexOf(call.stage()) * STAGE + END - call.since().toEpochMilli(),
                call.id().toString());
    }
}

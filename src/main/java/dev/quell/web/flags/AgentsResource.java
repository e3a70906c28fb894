package dev.quell.web.flags;

import dev.quell.flag.trust.FlagLedger;
import dev.quell.flag.trust.FlagTrust;
import dev.quell.security.masking.Masking;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import dev.quell.web.paging.Spot;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/flags/agents}: how often agents' flags held, for whoever answers for them. */
@RestController
@RequestMapping("/api/v1/flags/agents")
class AgentsResource {

    private static final Paging<Spot> PAGING = Paging.bySpot("agents", 100, 1000);

    private final FlagLedger ledger;

    AgentsResource(FlagLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * One agent. An agent's flags on one number are one opinion.
     *
     * @param agent the agent's interface or the API user's name
     * @param held opinions that another agent's flag or the number's later calls bore out
     * @param failed opinions that somebody else took back or that a good talk with another agent spoke against
     * @param open opinions of which nothing is known yet
     * @param weight how much a flag of this agent counts, 0 to 1
     */
    record AgentView(String agent, int held, int failed, int open, double weight) {
        static AgentView of(String agent, FlagTrust trust) {
            return new AgentView(Masking.text(agent), trust.held(), trust.failed(), trust.open(), trust.weight());
        }
    }

    @Operation(
            summary =
                    "Agents: how often their flags of 180 days held; by name, so that nobody is missed or told twice while weights change")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "agents, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<AgentView>> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Spot> part = PAGING.read(input);
        input.throwIfFaulty();
        List<Map.Entry<String, FlagTrust>> all = List.copyOf(ledger.all().entrySet());
        return part.answer(
                query,
                Part.behind(part, all, AgentsResource::spot),
                AgentsResource::spot,
                entry -> AgentView.of(entry.getKey(), entry.getValue()));
    }

    private static Spot spot(Map.Entry<String, FlagTrust> agent) {
        return new Spot(0, agent.getKey());
    }
}

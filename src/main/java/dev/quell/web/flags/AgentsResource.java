package dev.quell.web.flags;

import dev.quell.flag.trust.FlagLedger;
import dev.quell.flag.trust.FlagTrust;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/flags/agents}: how often agents' flags held, for whoever answers for them. */
@RestController
@RequestMapping("/api/v1/flags/agents")
class AgentsResource {

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
            return new AgentView(agent, trust.held(), trust.failed(), trust.open(), trust.weight());
        }
    }

    @Operation(summary = "All agents: how often their flags of 180 days held; those that count least first")
    @GetMapping
    List<AgentView> list() {
        return ledger.all().entrySet().stream()
                .map(entry -> AgentView.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(AgentView::weight).thenComparing(AgentView::agent))
                .toList();
    }
}

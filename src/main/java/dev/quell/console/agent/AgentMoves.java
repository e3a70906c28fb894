package dev.quell.console.agent;

import dev.quell.call.CallId;
import dev.quell.console.live.LiveView;
import dev.quell.console.shell.Missing;
import dev.quell.flag.CallRedirector;
import dev.quell.flag.Flag;
import dev.quell.flag.Flags.Destination;
import dev.quell.security.people.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a caller whom the agent has flagged off the agent's line, once the agent asks for that too. */
@Controller
class AgentMoves {
    private final LiveView live;
    private final AgentRecords records;
    private final CallRedirector redirector;

    AgentMoves(LiveView live, AgentRecords records, CallRedirector redirector) {
        this.live = live;
        this.records = records;
        this.redirector = redirector;
    }

    /**
     * Moves the caller of a call that the agent has and has flagged.
     *
     * @param call the id of the call that was shown
     */
    @PostMapping("/agent/move")
    String move(Person person, @RequestParam String call) {
        String agent = person.agent().orElseThrow(Missing::new);
        CallId id = AgentDeeds.id(call);
        Optional<List<Flag>> own = records.own(agent);
        if (own.isEmpty()) {
            return "redirect:/agent?fault=AWAY";
        }
        Optional<Destination> to = own.get().stream()
                .filter(flag -> flag.call().equals(id) && flag.undoneAt().isEmpty())
                .findFirst()
                .map(flag -> Destination.of(flag.reason()));
        if (to.isEmpty()) {
            return "redirect:/agent?fault=NOT-FLAGGED";
        }
        boolean has = live.with(agent).stream().anyMatch(each -> each.id().equals(id));
        return "redirect:/agent?done=" + (has ? moved(id, agent, to.get()) : "elsewhere");
    }

    private String moved(CallId id, String agent, Destination to) {
        return records.screened(id)
                .map(found -> redirector.move(id, found.call().channel(), agent, to))
                .map(moved -> switch (moved) {
                    case MOVED, UNDER_WAY -> to == Destination.LISTEN ? "listened" : "deterred";
                    case GONE, ELSEWHERE -> "elsewhere";
                    case FAILED -> "stuck";
                })
                .orElse("stuck");
    }
}

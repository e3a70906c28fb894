package dev.quell.console.agent;

import dev.quell.call.CallId;
import dev.quell.call.LiveCall;
import dev.quell.console.live.LiveView;
import dev.quell.console.shell.Missing;
import dev.quell.deed.Deeds;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.security.people.Person;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Flags from an agent's page, raised under the agent's interface as those by code are. A form names the call that was shown, and that call is flagged and none
 * other, whichever call the agent has by then. A flag alone moves nobody: {@link AgentMoves} does.
 */
@Controller
class AgentDeeds {
    /** What the page may say was done. */
    static final List<String> DONE = List.of(
            "listened",
            "deterred",
            "kept",
            "ended",
            "earlier",
            "elsewhere",
            "stuck",
            "undone",
            "undone-LISTENED",
            "undone-DETERRED",
            "undone-AWAY");

    /** What was done, and not as the agent may think. */
    static final List<String> WARN =
            List.of("earlier", "elsewhere", "stuck", "undone-LISTENED", "undone-DETERRED", "undone-AWAY");

    /** Why the page may say that nothing was done. */
    static final List<String> FAULTS = List.of("NOT-SHOWN", "NOT-FLAGGED", "GONE", "AWAY");

    private static final Logger LOG = LoggerFactory.getLogger(AgentDeeds.class);

    private final Deeds deeds;
    private final LiveView live;
    private final AgentRecords records;
    private final Shown shown;

    AgentDeeds(Deeds deeds, LiveView live, AgentRecords records, Shown shown) {
        this.deeds = deeds;
        this.live = live;
        this.records = records;
        this.shown = shown;
    }

    /**
     * Flags a call.
     *
     * @param call the id of the call that was shown
     */
    @PostMapping("/agent/flag")
    String flag(Person person, @RequestParam String call, @RequestParam FlagReason reason) {
        String agent = person.agent().orElseThrow(Missing::new);
        CallId id = id(call);
        List<LiveCall> had = live.with(agent);
        boolean has = had.stream().anyMatch(each -> each.id().equals(id));
        if (!has && !shown.was(agent, id)) {
            return "redirect:/agent?fault=NOT-SHOWN";
        }
        try {
            deeds.flag(id, records.caller(id), reason, "", agent);
        } catch (RuntimeException e) {
            return away("a flag on " + id, e);
        }
        return "redirect:/agent?done=" + (has ? "kept" : had.isEmpty() ? "ended" : "earlier");
    }

    /** Takes one of the agent's own flags back. */
    @PostMapping("/agent/undo")
    String undo(Person person, @RequestParam String flag) {
        String agent = person.agent().orElseThrow(Missing::new);
        Optional<List<Flag>> flags = records.own(agent);
        if (flags.isEmpty()) {
            return "redirect:/agent?fault=AWAY";
        }
        Optional<Flag> own = flags.get().stream()
                .filter(each -> Long.toString(each.id()).equals(flag))
                .findFirst();
        try {
            return own.filter(each -> deeds.unflag(each.id(), agent).isPresent())
                    .map(each -> "redirect:/agent?done=undone" + whereabouts(each.call(), agent))
                    .orElse("redirect:/agent?fault=GONE");
        } catch (RuntimeException e) {
            return away("the undo of a flag", e);
        }
    }

    /** Where the caller of a flag that is taken back is by now, if that is not with the agent and the call lasts. */
    private String whereabouts(CallId call, String agent) {
        return live.now().calls().stream()
                .filter(each -> each.id().equals(call))
                .findFirst()
                .map(each -> switch (each.stage()) {
                    case LISTENED, CHALLENGED -> "-LISTENED";
                    case DETERRED -> "-DETERRED";
                    case AGENT -> each.agent().equals(agent) ? "" : "-AWAY";
                    case REFUSED, QUEUED, PASSED, UNSCREENED -> "-AWAY";
                })
                .orElse("");
    }

    private static String away(String what, RuntimeException e) {
        LOG.warn("{} from an agent's page could not be kept; look at the health of the database", what, e);
        return "redirect:/agent?fault=AWAY";
    }

    static CallId id(String text) {
        try {
            return CallId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Missing();
        }
    }
}

package dev.quell.console.agent;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.LiveCall;
import dev.quell.console.deed.Deeds;
import dev.quell.console.live.LiveView;
import dev.quell.console.shell.Missing;
import dev.quell.flag.CallRedirector;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.security.people.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Flags from an agent's page, raised under the agent's interface as those by code are. A form names the call that was shown, and that call is flagged and none
 * other, whichever call the agent has by then; the caller is taken away only if it is still that one.
 */
@Controller
class AgentDeeds {
    /** What the page may say was done. */
    static final List<String> DONE = List.of("moved", "kept", "ended", "earlier", "stuck", "undone");

    /** Why the page may say that nothing was done. */
    static final List<String> FAULTS = List.of("NOT-SHOWN", "GONE");

    private final Deeds deeds;
    private final LiveView live;
    private final MineMaker mine;
    private final Shown shown;
    private final CallJournal journal;
    private final CallRedirector redirector;

    AgentDeeds(
            Deeds deeds, LiveView live, MineMaker mine, Shown shown, CallJournal journal, CallRedirector redirector) {
        this.deeds = deeds;
        this.live = live;
        this.mine = mine;
        this.shown = shown;
        this.journal = journal;
        this.redirector = redirector;
    }

    /**
     * Flags a call.
     *
     * @param call the id of the call that was shown
     * @param move present if its caller is to leave the agent
     */
    @PostMapping("/agent/flag")
    String flag(
            Person person,
            @RequestParam String call,
            @RequestParam FlagReason reason,
            @RequestParam(required = false) @Nullable String move) {
        String agent = person.agent().orElseThrow(Missing::new);
        CallId id = id(call);
        List<LiveCall> had = live.with(agent);
        boolean has = had.stream().anyMatch(each -> each.id().equals(id));
        if (!has && !shown.was(agent, id)) {
            return "redirect:/agent?fault=NOT-SHOWN";
        }
        Optional<CallScreened> screened = journal.find(id);
        // An unscreened call's number is not known here: its flag is kept for the call and counts against nobody.
        CallerNumber caller = screened.map(found -> found.call().caller()).orElseGet(CallerNumber.Withheld::new);
        Flags.Destination to = deeds.flag(id, caller, reason, "", agent);
        if (!has) {
            return "redirect:/agent?done=" + (had.isEmpty() ? "ended" : "earlier");
        }
        return "redirect:/agent?done=" + (move == null ? "kept" : moved(id, screened, to));
    }

    private String moved(CallId id, Optional<CallScreened> screened, Flags.Destination to) {
        Moved moved = screened.map(found -> redirector.move(id, found.call().channel(), to))
                .orElse(Moved.FAILED);
        return switch (moved) {
            case MOVED, UNDER_WAY -> "moved";
            case GONE -> "ended";
            case FAILED -> "stuck";
        };
    }

    private static CallId id(String text) {
        try {
            return CallId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Missing();
        }
    }

    /** Takes one of the agent's own flags back. */
    @PostMapping("/agent/undo")
    String undo(Person person, @RequestParam String flag) {
        String agent = person.agent().orElseThrow(Missing::new);
        Optional<Flag> own = mine.own(agent).stream()
                .filter(each -> Long.toString(each.id()).equals(flag))
                .findFirst();
        boolean undone = own.filter(each -> deeds.unflag(each.id(), agent)).isPresent();
        return "redirect:/agent?" + (undone ? "done=undone" : "fault=GONE");
    }
}

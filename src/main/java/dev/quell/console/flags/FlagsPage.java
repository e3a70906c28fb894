package dev.quell.console.flags;

import dev.quell.call.CallerNumber;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Times;
import dev.quell.console.shell.Tongue;
import dev.quell.deed.Deeds;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.flag.trust.FlagLedger;
import java.security.Principal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /flags}: what agents say about calls, newest first, with filters in the address. */
@Controller
class FlagsPage {
    private static final int ROWS = 100;
    private static final int AGENTS = 20;
    private static final List<String> NOTES = List.of("undone", "gone");

    private final FlagStore flags;
    private final FlagLedger ledger;
    private final Deeds deeds;
    private final Callers callers;
    private final Times times;
    private final Clock clock;

    FlagsPage(FlagStore flags, FlagLedger ledger, Deeds deeds, Callers callers, Times times, Clock clock) {
        this.flags = flags;
        this.ledger = ledger;
        this.deeds = deeds;
        this.callers = callers;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/flags")
    String show(FlagFilter filter, @RequestParam(required = false) @Nullable String note, Locale locale, Model model) {
        Optional<CallerNumber> on = filter.on(callers);
        List<Flag> found = flags.page(filter.query(on, times, clock.instant(), ROWS + 1));
        List<Flag> rows = found.stream().limit(ROWS).toList();
        model.addAttribute(
                        "rows",
                        rows.stream()
                                .map(flag -> FlagRow.of(flag, callers, Tongue.of(locale)))
                                .toList())
                .addAttribute("older", found.size() > ROWS ? filter.older(rows.getLast()) : null)
                .addAttribute("fields", filter.fields())
                .addAttribute(
                        "on",
                        on.map(caller -> callers.show(caller, Tongue.of(locale)))
                                .orElse(""))
                .addAttribute("filtered", filter.says())
                .addAttribute("reasons", FlagReason.values())
                .addAttribute("agents", agents())
                .addAttribute("note", Words.known(note, NOTES));
        return "flags/flags";
    }

    /** Those whose flags count least first. */
    private List<AgentRow> agents() {
        return ledger.all().entrySet().stream()
                .map(entry -> AgentRow.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(AgentRow::percent).thenComparing(AgentRow::agent))
                .limit(AGENTS)
                .toList();
    }

    /** Takes a flag back. */
    @PostMapping("/flags/undo")
    String undo(@RequestParam long flag, Principal by) {
        return "redirect:/flags?note=" + (deeds.unflag(flag, by.getName()).isPresent() ? "undone" : "gone");
    }
}

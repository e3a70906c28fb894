package dev.quell.console.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.parts.Period;
import dev.quell.evidence.desk.PackDesk;
import dev.quell.evidence.pack.PackPreviews;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /evidence}: what can be handed to the police, what must be kept, and whether the log can be trusted. */
@Controller
class EvidencePage {
    private static final List<String> DONE =
            List.of("making", "checking", "deleted", "held", "released", "verifying", "stopped");
    private static final List<String> FAULTS =
            List.of("BUSY", "KEY", "NONE", "TOO_MANY", "GONE", "REASON", "WHO", "SHELF", "FIELDS");

    private final SourceField sources;
    private final PackPreviews previews;
    private final PackRows packs;
    private final PackDesk desk;
    private final HoldRows holds;
    private final ChainMaker chain;
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();

    EvidencePage(
            SourceField sources,
            PackPreviews previews,
            PackRows packs,
            PackDesk desk,
            HoldRows holds,
            ChainMaker chain,
            Clock clock) {
        this.sources = sources;
        this.previews = previews;
        this.packs = packs;
        this.desk = desk;
        this.holds = holds;
        this.chain = chain;
        this.clock = clock;
    }

    @GetMapping("/evidence")
    String show(@RequestParam Map<String, String> query, Locale locale, Model model) {
        Asked asked = asked(query);
        model.addAttribute("done", known(query.getOrDefault("done", ""), DONE))
                .addAttribute("fault", known(query.getOrDefault("fault", ""), FAULTS));
        return page(
                asked,
                PackForm.blank(Tongue.of(locale).word()),
                HoldForm.of(asked.field()),
                before(query.getOrDefault("before", "")),
                model);
    }

    /** The part of the page that tells of packs, for a page that asks by itself. */
    @GetMapping("/evidence/packs")
    String packs(Model model) {
        return packs(Long.MAX_VALUE, model, "evidence/packs :: packs");
    }

    /** The part of the page that tells of a check of the log, for a page that asks by itself. */
    @GetMapping("/evidence/log")
    String log(Model model) {
        model.addAttribute("chain", chain.make());
        return "evidence/chain :: check";
    }

    /** The page with its forms; notes stand in the model already. */
    String page(Asked asked, PackForm order, HoldForm hold, long before, Model model) {
        HoldRows.All all = holds.all();
        model.addAttribute("asked", asked)
                .addAttribute("order", order)
                .addAttribute("hold", hold)
                .addAttribute("standing", all.standing())
                .addAttribute("ended", all.ended())
                .addAttribute("shared", chain.shared())
                .addAttribute("chain", chain.make());
        return packs(before, model, "evidence/evidence");
    }

    private String packs(long before, Model model, String view) {
        model.addAttribute("page", packs.before(before))
                .addAttribute("first", before == Long.MAX_VALUE)
                .addAttribute("keeps", desk.keeps())
                .addAttribute("work", desk.work().map(WorkView::of).orElse(null));
        return view;
    }

    /** What the fields of a source and a period ask for. Whoever may not have packs made is not told what one would hold: a masked number could be guessed by it. */
    Asked asked(Map<String, String> fields) {
        Instant now = clock.instant();
        String text = fields.getOrDefault("source", "").strip();
        Optional<ListPattern> pattern = sources.read(text);
        Period period = Period.read(fields, now, zone);
        Instant to = period.to().isBefore(now) ? period.to() : now;
        boolean may = CurrentPerson.get().may(Right.EVIDENCE) && period.from().isBefore(to);
        return new Asked(
                may ? text : "",
                pattern.filter(meant -> may),
                period,
                period.from(),
                to,
                pattern.filter(meant -> may).map(meant -> previews.of(meant, period.from(), to)));
    }

    private static long before(String text) {
        return text.matches("[0-9]{1,16}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    private static String known(String word, List<String> words) {
        return words.contains(word) ? word : "";
    }
}

package dev.quell.console.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.console.shell.FreeText;
import dev.quell.console.shell.Tongue;
import dev.quell.evidence.Hold;
import dev.quell.evidence.Holds;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Legal holds that are made and ended on {@code /evidence}. */
@Controller
class HoldDeeds {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 200;
    private static final String HOLDS = "#holds";

    private final EvidencePage page;
    private final SourceField sources;
    private final ChainMaker chain;
    private final Holds holds;
    private final Audit audit;
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();

    HoldDeeds(EvidencePage page, SourceField sources, ChainMaker chain, Holds holds, Audit audit, Clock clock) {
        this.page = page;
        this.sources = sources;
        this.chain = chain;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a hold; with a fault in a field the page comes again as it was filled in. */
    @PostMapping("/evidence/holds")
    String keep(@RequestParam Map<String, String> sent, Principal by, Locale locale, Model model) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        HoldForm written = HoldForm.sent(sent);
        Optional<ListPattern> source = sources.read(written.source());
        HoldForm form = written.judged(source, chain.shared(), now, zone);
        if (!form.faults().isEmpty()) {
            model.addAttribute("done", "").addAttribute("fault", "FIELDS");
            return page.page(
                    page.asked(Map.of()), PackForm.blank(Tongue.of(locale).word()), form, Long.MAX_VALUE, model);
        }
        try {
            Hold kept = holds.keep(form.hold(source, now, zone), by.getName());
            note(kept, "", kept.author() + ": " + kept.reason());
            return "redirect:/evidence?done=held" + HOLDS;
        } catch (EvidenceFault e) {
            return "redirect:/evidence?fault=KEY" + HOLDS;
        }
    }

    /** Ends a hold. */
    @PostMapping("/evidence/holds/{id}/release")
    String release(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String author,
            @RequestParam(defaultValue = "") String reason,
            Principal by) {
        Optional<String> who = FreeText.read(author, LONGEST_NAME);
        Optional<String> why = FreeText.read(reason, LONGEST_REASON);
        if (who.isEmpty() || why.isEmpty()) {
            return "redirect:/evidence?fault=" + (who.isEmpty() ? "WHO" : "REASON") + HOLDS;
        }
        try {
            Optional<Hold> released =
                    holds.release(id, who.get(), why.get(), by.getName(), Instant.ofEpochMilli(clock.millis()));
            released.ifPresent(hold -> note(hold, hold.reason(), who.get() + ": " + why.get()));
            return "redirect:/evidence?" + (released.isPresent() ? "done=released" : "fault=GONE") + HOLDS;
        } catch (EvidenceFault e) {
            return "redirect:/evidence?fault=KEY" + HOLDS;
        }
    }

    private void note(Hold hold, String before, String after) {
        audit.note(Deed.HOLD_CHANGED, hold.source().map(ListPattern::text).orElse("*"), before, after);
    }
}

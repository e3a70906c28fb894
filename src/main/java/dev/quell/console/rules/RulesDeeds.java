package dev.quell.console.rules;

import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleDeeds;
import dev.quell.deed.rules.RulesForm;
import dev.quell.security.people.Person;
import dev.quell.tuning.trial.TuningTrials;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done on {@code /rules}: try, save, go back. */
@Controller
class RulesDeeds {
    private final RulesPage page;
    private final RuleDeeds deeds;
    private final TuningTrials trials;

    RulesDeeds(RulesPage page, RuleDeeds deeds, TuningTrials trials) {
        this.page = page;
        this.deeds = deeds;
        this.trials = trials;
    }

    /** Begins to try the weights and thresholds that were sent; with a fault in a field the page comes again as it was filled in. */
    @PostMapping("/rules/try")
    String attempt(@RequestParam Map<String, String> sent, Person by, Locale locale, Model model) {
        RulesForm form = page.sent(sent);
        int days = RulesPage.DAYS.stream()
                .filter(span -> span.toString().equals(sent.get("days")))
                .findFirst()
                .orElse(7);
        if (!form.faults().isEmpty()) {
            model.addAttribute("done", "").addAttribute("fault", "FIELDS");
            return page.page(form, days, by, locale, model);
        }
        return answer(deeds.attempt(page.tuning(form), days, Asker.of(by)), "tried");
    }

    /** Ends the trial that runs, or puts its result away. */
    @PostMapping("/rules/cancel")
    String cancel() {
        trials.cancel();
        return "redirect:/rules?done=cancelled";
    }

    /** Saves what was tried. */
    @PostMapping("/rules/save")
    String save(@RequestParam String trial, @RequestParam(required = false) @Nullable String note, Person by) {
        String reason = RulesPage.reason(note);
        return reason.isEmpty() ? fault("NOTE") : answer(deeds.save(trial, reason, Asker.of(by)), "saved");
    }

    /** Makes an earlier revision, or with an empty id the site's file alone, the one that decides. */
    @PostMapping("/rules/back")
    String back(
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String note,
            Person by) {
        String reason = RulesPage.reason(note);
        return reason.isEmpty()
                ? fault("NOTE")
                : answer(deeds.back(id == null ? "" : id, reason, Asker.of(by)), "back");
    }

    static String answer(RuleDeeds.Outcome outcome, String done) {
        return switch (outcome) {
            case DONE -> "redirect:/rules?done=" + done;
            case ASKED -> "redirect:/rules?done=asked";
            case BUSY, SAME, GONE, STALE, CANNOT, PERIL, OWN, ALIKE, HANDLED, LAPSED -> fault(outcome.name());
        };
    }

    static String fault(String word) {
        return "redirect:/rules?fault=" + word;
    }
}

package dev.quell.console.rules;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.trial.Trial;
import dev.quell.tuning.trial.Trial.State;
import dev.quell.tuning.trial.TuningTrials;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done on {@code /rules}: try, save, go back. Each change is noted in the audit log once it is durable. */
@Controller
class RulesDeeds {
    private static final int MOST_REVISIONS = 1000;

    private final RulesPage page;
    private final Tuner tuner;
    private final TuningTrials trials;
    private final Audit audit;

    RulesDeeds(RulesPage page, Tuner tuner, TuningTrials trials, Audit audit) {
        this.page = page;
        this.tuner = tuner;
        this.trials = trials;
        this.audit = audit;
    }

    /** Begins to try the weights and thresholds that were sent; with a fault in a field the page comes again as it was filled in. */
    @PostMapping("/rules/try")
    String attempt(@RequestParam Map<String, String> sent, Principal by, Locale locale, Model model) {
        RulesForm form = page.sent(sent);
        int days = RulesPage.DAYS.stream()
                .filter(span -> span.toString().equals(sent.get("days")))
                .findFirst()
                .orElse(7);
        if (!form.faults().isEmpty()) {
            model.addAttribute("done", "").addAttribute("fault", "FIELDS");
            return page.page(form, days, locale, model);
        }
        Tuning tuning = page.tuning(form);
        if (Differences.between(tuner.present(), tuning.over(tuner.site())).isEmpty()) {
            return fault("SAME");
        }
        return trials.start(tuning, days, by.getName()).isPresent() ? done("tried") : fault("BUSY");
    }

    /** Ends the trial that runs, or puts its result away. */
    @PostMapping("/rules/cancel")
    String cancel() {
        trials.cancel();
        return done("cancelled");
    }

    /** Saves what was tried. */
    @PostMapping("/rules/save")
    String save(@RequestParam String trial, @RequestParam(required = false) @Nullable String note, Principal by) {
        Optional<Trial> tried = trials.last().filter(last -> last.id().equals(trial) && last.state() == State.DONE);
        String reason = RulesPage.reason(note);
        if (tried.isEmpty() || reason.isEmpty()) {
            return fault(tried.isEmpty() ? "GONE" : "NOTE");
        }
        if (!tried.get().base().equals(tuner.version())) {
            return fault("STALE");
        }
        String answer = keep(tried.get().tuning(), reason, by, "saved");
        trials.cancel();
        return answer;
    }

    /** Makes an earlier revision, or with an empty id the site's file alone, the one that decides. */
    @PostMapping("/rules/back")
    String back(
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String note,
            Principal by) {
        String reason = RulesPage.reason(note);
        Optional<Tuning> meant = id == null || id.isEmpty()
                ? Optional.of(Tuning.NONE)
                : tuner.latest(MOST_REVISIONS).stream()
                        .filter(revision -> revision.id().equals(id))
                        .map(Revision::tuning)
                        .findFirst();
        if (meant.isEmpty() || reason.isEmpty()) {
            return fault(meant.isEmpty() ? "GONE" : "NOTE");
        }
        return keep(meant.get(), reason, by, "back");
    }

    private String keep(Tuning tuning, String reason, Principal by, String done) {
        String before = tuner.version();
        try {
            List<String> changes = Differences.between(tuner.present(), tuning.over(tuner.site()));
            if (changes.isEmpty()) {
                return fault("SAME");
            }
            Revision saved = tuner.save(tuning, by.getName(), reason);
            audit.note(
                    Deed.RULES_CHANGED,
                    "rules " + tuner.version() + " revision " + saved.id(),
                    before,
                    reason + ": " + String.join(", ", changes));
            return done(done);
        } catch (IllegalArgumentException e) {
            return fault("CANNOT");
        }
    }

    private static String done(String word) {
        return "redirect:/rules?done=" + word;
    }

    private static String fault(String word) {
        return "redirect:/rules?fault=" + word;
    }
}

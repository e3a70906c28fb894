package dev.quell.console.rules;

import dev.quell.classifier.ClassifierSettings;
import dev.quell.console.shell.FreeText;
import dev.quell.console.shell.Tongue;
import dev.quell.deed.rules.Differences;
import dev.quell.deed.rules.RulesForm;
import dev.quell.deed.rules.SiteLines;
import dev.quell.security.people.Person;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.proposal.RuleProposals;
import dev.quell.tuning.trial.Trial;
import dev.quell.tuning.trial.TuningTrials;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /rules}: what each symbol weighs and where that comes from, what is tried, and what was saved. */
@Controller
class RulesPage {
    static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30);
    private static final int MOST_REVISIONS = 30;
    private static final List<String> DONE = List.of("tried", "saved", "asked", "back", "cancelled", "turned-down");
    private static final List<String> FAULTS =
            List.of("BUSY", "NOTE", "GONE", "STALE", "CANNOT", "PERIL", "OWN", "ALIKE", "HANDLED", "LAPSED", "SAME");

    private final Tuner tuner;
    private final TuningTrials trials;
    private final TrialViews views;
    private final ProposedRows proposed;

    RulesPage(Tuner tuner, TuningTrials trials, TrialViews views, ProposedRows proposed) {
        this.proposed = proposed;
        this.tuner = tuner;
        this.trials = trials;
        this.views = views;
    }

    @GetMapping("/rules")
    String show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String fault,
            Person by,
            Locale locale,
            Model model) {
        ClassifierSettings shown =
                trials.last().map(Trial::tuning).orElse(tuner.tuning()).over(tuner.site());
        model.addAttribute("done", done != null && DONE.contains(done) ? done : "")
                .addAttribute("fault", fault != null && FAULTS.contains(fault) ? fault : "");
        return page(RulesForm.showing(shown), trials.last().map(Trial::days).orElse(7), by, locale, model);
    }

    /** The page with a form; notes stand in the model already. */
    String page(RulesForm form, int days, Person by, Locale locale, Model model) {
        ClassifierSettings site = tuner.site();
        Tongue tongue = Tongue.of(locale);
        model.addAttribute("version", tuner.version())
                .addAttribute("held", tuner.held().orElse(null))
                .addAttribute("stuck", tuner.stuck().isPresent())
                .addAttribute("over", Differences.between(site, tuner.present()))
                .addAttribute("limits", LimitRow.all(form, site, tuner.tuning()))
                .addAttribute("rows", RuleRows.of(form, site, tuner.tuning(), tongue.language()))
                .addAttribute("form", form)
                .addAttribute("days", days)
                .addAttribute("spans", DAYS)
                .addAttribute("learn", TuningTrials.LEARN.toDays())
                .addAttribute("most", TuningTrials.MOST_CALLS)
                .addAttribute("proposals", proposed.waiting(by))
                .addAttribute("good", RuleProposals.GOOD_FOR.toDays())
                .addAttribute("lines", SiteLines.of(tuner.tuning(), site))
                .addAttribute("revisions", RevisionRow.all(tuner.latest(MOST_REVISIONS + 1), site, MOST_REVISIONS));
        return trial(locale, model, "rules/rules");
    }

    /** The part of the page that tells of the trial, for a page that asks by itself. */
    @GetMapping("/rules/trial")
    String trial(Locale locale, Model model) {
        return trial(locale, model, "rules/trial :: trial");
    }

    private String trial(Locale locale, Model model, String view) {
        model.addAttribute(
                "trial",
                trials.last().map(trial -> views.of(trial, Tongue.of(locale))).orElse(null));
        return view;
    }

    /** A reason that somebody gives. */
    static String reason(@Nullable String note) {
        return FreeText.read(note == null ? "" : note, 200).orElse("");
    }

    /** The fields as they were sent, against what decides now. */
    RulesForm sent(Map<String, String> fields) {
        return RulesForm.sent(fields, tuner.present());
    }

    /** What a form without faults sets over the site's file. */
    Tuning tuning(RulesForm form) {
        return form.tuning(tuner.site());
    }
}

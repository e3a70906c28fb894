package dev.quell.console.trial;

import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.call.Attestation;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.verdict.Outlook;
import dev.quell.screening.trial.Trial;
import dev.quell.screening.trial.Trials;
import dev.quell.security.masking.Questions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /test}: what would happen to a call now and why, with no effect. */
@Controller
class TrialPage {
    private static final String WORD = "[A-Za-z0-9_.:/@+-]{1,128}";

    private final Trials trials;
    private final Callers callers;
    private final Questions questions;
    private final CallSettings calls;
    private final Proposals proposals;

    TrialPage(Trials trials, Callers callers, Questions questions, CallSettings calls, Proposals proposals) {
        this.proposals = proposals;
        this.questions = questions;
        this.trials = trials;
        this.callers = callers;
        this.calls = calls;
    }

    @GetMapping("/test")
    String show(@RequestParam Map<String, String> query, Locale locale, Model model) {
        Set<String> faults = new LinkedHashSet<>();
        String number = query.getOrDefault("number", "").strip();
        Optional<CallerNumber> caller = questions.read(number, callers::read);
        if (!number.isEmpty() && caller.isEmpty()) {
            faults.add("number");
        }
        String line = word(query, "line", faults);
        String trunk = word(query, "trunk", faults);
        Attestation attestation = attestation(query.getOrDefault("attestation", ""));
        model.addAttribute("number", number)
                .addAttribute("line", line)
                .addAttribute("trunk", trunk)
                .addAttribute("attestation", attestation)
                .addAttribute("attestations", Attestation.values())
                .addAttribute("trunks", calls.trunks().keySet())
                .addAttribute("faults", faults);
        if (faults.isEmpty()) {
            caller.ifPresent(found -> {
                Trial trial = trials.of(found, line, trunk.isEmpty() ? "unknown" : trunk, attestation);
                Tongue tongue = Tongue.of(locale);
                model.addAttribute("caller", callers.show(found, tongue))
                        .addAttribute("profile", trial.call().line().profile().name())
                        .addAttribute("out", Outlook.of(trial, tongue.language()))
                        .addAttribute("second", second(trial).orElse(null));
            });
        }
        return "test/test";
    }

    /** By whom the entry was confirmed that would decide. */
    private Optional<Proposal.Decision> second(Trial trial) {
        return trial.entry().map(entry -> proposals.confirmed(List.of(entry)).get(entry.id()));
    }

    private static String word(Map<String, String> query, String name, Set<String> faults) {
        String text = query.getOrDefault(name, "").strip();
        if (!text.isEmpty() && !text.matches(WORD)) {
            faults.add(name);
        }
        return text;
    }

    private static Attestation attestation(String word) {
        return Arrays.stream(Attestation.values())
                .filter(kind -> kind.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(Attestation.NONE);
    }
}

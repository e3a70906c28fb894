package dev.quell.console.calls;

import dev.quell.call.Attestation;
import dev.quell.calllog.ClassifierVersions;
import dev.quell.calllog.Explainer;
import dev.quell.calllog.LoggedCall;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Language;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.verdict.CallerFlagsMaker;
import dev.quell.console.verdict.LiftedRow;
import dev.quell.console.verdict.Outlook;
import dev.quell.screening.trial.Trial;
import dev.quell.screening.trial.Trials;
import dev.quell.source.PastEntries;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells why a call was treated as it was, from the log, and what would happen now. */
@Component
final class WhyMaker {
    private final Explainer explainer;
    private final Trials trials;
    private final CallerFlagsMaker flags;
    private final PastEntries entries;
    private final Callers callers;

    WhyMaker(ClassifierVersions versions, Trials trials, CallerFlagsMaker flags, PastEntries entries, Callers callers) {
        this.explainer = new Explainer(versions, ZoneId.systemDefault());
        this.trials = trials;
        this.flags = flags;
        this.entries = entries;
        this.callers = callers;
    }

    Why of(LoggedCall call, Tongue tongue) {
        Language language = tongue.language();
        Phrases phrases = Phrases.in(language);
        Attestation attestation = attestation(call);
        Trial now = trials.of(call.caller(), call.line(), trunk(call), attestation);
        return new Why(
                CallRow.of(call, callers, tongue),
                call.caseNumber(),
                attestation.name(),
                JudgedWords.of(call, explainer.explain(call, language), phrases),
                CourseWords.of(call, phrases),
                flags.of(call),
                Outlook.of(now, language),
                now.entry().isPresent() ? Optional.empty() : lifted(call));
    }

    private Optional<LiftedRow> lifted(LoggedCall call) {
        return entries.of(call.caller()).stream().findFirst().flatMap(LiftedRow::of);
    }

    private static String trunk(LoggedCall call) {
        return call.trunk().isEmpty() ? "unknown" : call.trunk();
    }

    private static Attestation attestation(LoggedCall call) {
        return Arrays.stream(Attestation.values())
                .filter(kind -> kind.name().equalsIgnoreCase(call.attestation()))
                .findFirst()
                .orElse(Attestation.NONE);
    }
}

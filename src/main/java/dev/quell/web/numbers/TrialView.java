package dev.quell.web.numbers;

import dev.quell.call.Attestation;
import dev.quell.call.Line;
import dev.quell.classifier.Verdict;
import dev.quell.screening.ScreeningSettings.Mode;
import dev.quell.screening.trial.Trial;
import dev.quell.web.lists.EntryView;
import dev.quell.web.verdict.VerdictView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to a call now.
 *
 * @param entry the entry of the allow or block list that would decide, absent if none
 * @param mode {@code observe} or {@code enforce}
 * @param words all of it in a sentence
 */
record TrialView(
        String caller,
        Line line,
        String trunk,
        Attestation attestation,
        VerdictView verdict,
        @Nullable EntryView entry,
        String mode,
        String words) {
    static TrialView of(Trial trial) {
        return new TrialView(
                trial.call().caller().toString(),
                trial.call().line(),
                trial.call().trunk(),
                trial.call().attestation(),
                VerdictView.of(trial.verdict()),
                trial.entry().map(EntryView::of).orElse(null),
                trial.mode().name().toLowerCase(Locale.ROOT),
                words(trial.verdict(), trial.mode()));
    }

    private static String words(Verdict verdict, Mode mode) {
        String what = verdict.action() + " by " + verdict.cause() + ", probability "
                + Math.round(verdict.probability() * 100) + " %";
        return mode == Mode.OBSERVE && verdict.action().diverts()
                ? what + "; but the mode is observe, so the call passes"
                : what;
    }
}

package dev.quell.console.verdict;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.screening.trial.Trial;
import java.util.List;
import java.util.Optional;

/**
 * What would happen to a call now.
 *
 * @param verdict the verdict's action
 * @param done what would be done, which is PASS while Quell only observes
 * @param callClass what it would be taken for
 * @param percent how likely it would be a nuisance, 0 to 100
 * @param cause why the verdict would be so
 * @param part what part the score would have in it
 * @param evidence what would count, strongest first
 * @param entry the entry that decides about the caller, if one does
 * @param blockable whether the number can be on a list at all
 */
public record Outlook(
        String verdict,
        String done,
        String callClass,
        long percent,
        String cause,
        ScorePart part,
        List<Evidence> evidence,
        Optional<EntryRow> entry,
        boolean blockable) {
    public Outlook {
        evidence = List.copyOf(evidence);
    }

    /** Words a trial. */
    public static Outlook of(Trial trial, Language language) {
        CallerNumber caller = trial.call().caller();
        Catalogue catalogue = Catalogue.shipped();
        return new Outlook(
                trial.verdict().action().name(),
                trial.done().name(),
                trial.verdict().callClass().name(),
                Math.round(trial.verdict().probability() * 100),
                new CauseWords(Phrases.in(language), catalogue)
                        .cause(trial.verdict().cause()),
                ScorePart.of(trial.verdict().cause()),
                EvidenceWords.of(trial.verdict().symbols(), catalogue, language),
                trial.entry().map(EntryRow::of),
                caller.identifies());
    }
}

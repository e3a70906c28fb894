package dev.quell.console.calls;

import dev.quell.console.verdict.CallerFlags;
import dev.quell.console.verdict.Evidence;
import dev.quell.console.verdict.LiftedRow;
import dev.quell.console.verdict.Outlook;
import dev.quell.console.verdict.ScorePart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a call was treated as it was, and what would happen to its caller now. All texts are in the reader's language and printable.
 *
 * @param row the call as the table shows it
 * @param caseNumber 8 digits, empty for an unscreened call
 * @param attestation the word of the number's signature
 * @param flags those that stand against the caller
 * @param now what would happen to a call of this caller to the same line now
 * @param lifted the newest entry that meant this caller, if a person has ended it and none decides now
 */
record Why(
        CallRow row,
        String caseNumber,
        String attestation,
        Judged judged,
        Course course,
        CallerFlags flags,
        Outlook now,
        Optional<LiftedRow> lifted) {

    /**
     * The verdict; of an unscreened call all of it is empty but {@code done}.
     *
     * @param version of rules and settings
     * @param cause why the verdict is what it is
     * @param part what part the score has in it
     * @param done why it was applied as it was
     * @param evidence what counted, strongest first
     * @param sum how the score came about; empty if that is not known
     * @param changes what would have changed the verdict
     */
    record Judged(
            String version,
            String cause,
            ScorePart part,
            String done,
            List<Evidence> evidence,
            String sum,
            List<Swap> changes) {
        Judged {
            evidence = List.copyOf(evidence);
            changes = List.copyOf(changes);
        }
    }

    /**
     * What became of the call.
     *
     * @param way its stations in order
     * @param ended empty while it lives
     * @param end how it ended
     * @param because why the outcome is what it is
     * @param conduct what else the caller did
     * @param hindsight what it was taken for at the end, empty if that was not asked
     */
    record Course(
            List<String> way,
            Optional<Instant> ended,
            List<String> end,
            String because,
            List<String> conduct,
            String hindsight) {
        Course {
            way = List.copyOf(way);
            end = List.copyOf(end);
            conduct = List.copyOf(conduct);
        }
    }

    /**
     * Other evidence that would have changed the action.
     *
     * @param with whether it would have been there, or missing
     */
    record Swap(boolean with, String symbols, String action) {}
}

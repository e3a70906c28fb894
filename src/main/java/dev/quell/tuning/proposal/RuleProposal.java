package dev.quell.tuning.proposal;

import dev.quell.tuning.Tuning;
import java.time.Instant;
import java.util.Optional;

/**
 * A tuning that one person wants saved and another one has to confirm. It never changes but for its decision.
 *
 * @param id that of the trial that it comes from: letters, digits and dashes
 * @param base what it was tried against
 * @param days over how many days it was tried
 * @param note why, 1 to 200 characters
 * @param author who wants it
 * @param findings what the trial told
 */
public record RuleProposal(
        String id,
        Tuning tuning,
        Base base,
        int days,
        String note,
        String author,
        Instant askedAt,
        Findings findings,
        Optional<Decision> decision) {

    /**
     * The rules that decided when it was tried.
     *
     * @param revision the id of the revision that held; empty: the site's file alone
     * @param version of the rules, which the site's file has its part in
     */
    public record Base(String revision, String version) {}

    /**
     * What became of it.
     *
     * @param by who decided
     * @param accepted whether it was saved
     */
    public record Decision(Instant at, String by, boolean accepted) {}

    public RuleProposal {
        boolean fits = id.matches("[a-z0-9-]{8,64}")
                && days >= 1
                && !author.isBlank()
                && !note.isBlank()
                && note.codePointCount(0, note.length()) <= 200;
        if (!fits) {
            throw new IllegalArgumentException("no proposal of rules");
        }
    }
}

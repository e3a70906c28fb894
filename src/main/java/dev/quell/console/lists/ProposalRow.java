package dev.quell.console.lists;

import dev.quell.blocklist.proposal.Proposal;
import dev.quell.call.Printable;
import dev.quell.console.shell.Second;
import dev.quell.security.masking.Masking;
import dev.quell.security.pairs.Lapse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry that waits for a second person.
 *
 * @param list {@code block} or {@code allow}
 * @param until when it would end, empty if it would stand for good
 * @param lapse why nobody can confirm it any more; empty if that is not so
 * @param second whether the reader may confirm it
 */
public record ProposalRow(
        String id,
        String list,
        String pattern,
        String reason,
        String author,
        Instant made,
        Optional<Instant> until,
        Optional<Lapse> lapse,
        Second second) {
    private static final int LONGEST = 200;

    static ProposalRow of(Proposal proposal, Optional<Lapse> lapse, Second second) {
        return new ProposalRow(
                proposal.id(),
                proposal.kind().name().toLowerCase(Locale.ROOT),
                Masking.text(proposal.pattern().shown()),
                Masking.text(Printable.of(proposal.reason(), LONGEST)),
                Printable.of(proposal.author(), LONGEST),
                proposal.madeAt(),
                proposal.end(),
                lapse,
                second);
    }
}

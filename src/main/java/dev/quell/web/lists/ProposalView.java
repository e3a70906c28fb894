package dev.quell.web.lists;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.deed.Confirmations;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry that waits for a second person, as the REST interface shows it.
 *
 * @param author whoever wants it: an account, or {@code token:} and a token's id
 * @param expires when the entry would end; absent if it would stand for good
 * @param lapsed whether whoever wants it could not propose it any more, so that nobody can confirm it
 */
record ProposalView(
        String id,
        ListKind list,
        String pattern,
        String reason,
        String author,
        Instant created,
        @Nullable Instant expires,
        boolean lapsed) {

    static ProposalView of(Proposal proposal, Confirmations second) {
        return new ProposalView(
                proposal.id(),
                proposal.kind(),
                Masking.text(proposal.pattern().shown()),
                Masking.text(proposal.reason()),
                proposal.author(),
                proposal.madeAt(),
                proposal.end().orElse(null),
                second.lapse(proposal).isPresent());
    }
}

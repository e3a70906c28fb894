package dev.quell.web.lists;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry that waits for a second person, as the REST interface shows it.
 *
 * @param author whoever wants it: an account, or {@code token:} and a token's id
 * @param expires when the entry would end; absent if it would stand for good
 */
record ProposalView(
        String id,
        ListKind list,
        String pattern,
        String reason,
        String author,
        Instant created,
        @Nullable Instant expires) {

    static ProposalView of(Proposal proposal) {
        return new ProposalView(
                proposal.id(),
                proposal.kind(),
                Masking.text(proposal.pattern().shown()),
                Masking.text(proposal.reason()),
                proposal.author(),
                proposal.madeAt(),
                proposal.end().orElse(null));
    }
}

package dev.quell.console.rules;

import dev.quell.call.Printable;
import dev.quell.console.shell.Second;
import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleConfirmations;
import dev.quell.security.masking.Masking;
import dev.quell.security.people.Person;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposals;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes of proposals of rules what the page shows to somebody. */
@Component
final class ProposedRows {
    private static final int LONGEST = 200;

    private final RuleProposals proposals;
    private final RuleConfirmations second;

    ProposedRows(RuleProposals proposals, RuleConfirmations second) {
        this.proposals = proposals;
        this.second = second;
    }

    /** Those that wait, oldest first. */
    List<ProposedRow> waiting(Person reader) {
        return proposals.waiting().stream()
                .map(proposal -> row(proposal, reader))
                .toList();
    }

    private ProposedRow row(RuleProposal proposal, Person reader) {
        return new ProposedRow(
                proposal.id(),
                second.changes(proposal),
                Masking.text(Printable.of(proposal.note(), LONGEST)),
                Printable.of(proposal.author(), LONGEST),
                proposal.askedAt(),
                RuleProposals.until(proposal),
                proposal.days(),
                proposal.findings(),
                proposals.isStale(proposal),
                second.isLapsed(proposal),
                new Second(second.objection(proposal, Asker.of(reader))));
    }
}

package dev.quell.tuning.proposal;

import dev.quell.security.audit.AuditEntry;
import dev.quell.tuning.Revision;
import dev.quell.tuning.proposal.RuleProposal.Decision;
import java.util.List;
import java.util.Optional;

/** The port to where proposals of rules are kept. A write is durable when it returns, with the audit's entries beside it, or nothing of it is. */
public interface RuleProposalStore {

    /** Keeps a proposal; whether there was none of its id. */
    boolean add(RuleProposal proposal, AuditEntry... notes);

    /** The proposal of an id, decided or not. */
    Optional<RuleProposal> find(String id);

    /** Those that wait, oldest first. */
    List<RuleProposal> waiting(int limit);

    /** Turns one down; whether it was waiting until now. */
    boolean turnDown(String id, Decision decision, AuditEntry... notes);

    /** Accepts one and keeps the revision that it becomes; whether it was waiting until now, and what it was tried against is still the latest revision. */
    boolean accept(String id, Decision decision, Revision revision, AuditEntry... notes);
}

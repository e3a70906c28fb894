package dev.quell.blocklist.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to where proposals are kept. Writes are durable when they return. */
public interface ProposalStore {

    /** Keeps a proposal. */
    void add(Proposal proposal);

    /** The proposal of an id, decided or not. */
    Optional<Proposal> find(String id);

    /** Those that wait, oldest first. */
    List<Proposal> waiting(int limit);

    /**
     * Those that were confirmed in a stretch of time.
     *
     * @param to is not in it
     */
    List<Proposal> confirmed(Instant from, Instant to);

    /** Decides; whether it was waiting until now. */
    boolean decide(String id, Proposal.Decision decision);
}

package dev.quell.deed;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.security.people.Person;
import dev.quell.security.tokens.Tokens;
import dev.quell.share.Lease;
import dev.quell.share.Leases;
import dev.quell.share.LocalLeases;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the second person does about entries that wait. A token's word is that of whoever made the token. */
@Component
public final class Confirmations {
    private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);
    /** Longer than it takes until all instances know what was decided. */
    private static final Duration TERM = Duration.ofSeconds(10);

    private final Proposals proposals;
    private final BlockListService lists;
    private final Deeds deeds;
    private final Tokens tokens;
    private final Leases leases;
    private final Clock clock;

    Confirmations(
            Proposals proposals,
            BlockListService lists,
            Deeds deeds,
            Tokens tokens,
            ObjectProvider<Leases> leases,
            Clock clock) {
        this.leases = leases.getIfAvailable(() -> new LocalLeases(clock));
        this.proposals = proposals;
        this.lists = lists;
        this.deeds = deeds;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What became of a word about a proposal. */
    public sealed interface Answer {

        /** It was confirmed, and the entry stands. */
        record Made(ListEntry entry) implements Answer {}

        /** The same person proposed it. */
        record Own(Proposal proposal) implements Answer {}

        /** It waits no more, or there never was one. */
        record Gone() implements Answer {}
    }

    /** Whether somebody may confirm a proposal: a person who answers neither for it nor for the token that made it. */
    public boolean mayConfirm(Proposal proposal, Person by) {
        return !tokens.owner(proposal.author()).equals(tokens.owner(by.id()));
    }

    /**
     * Makes the entry of a proposal; not on the word of whoever proposed it.
     *
     * @throws dev.quell.blocklist.ListRefusal if it may not be made any more
     */
    public synchronized Answer confirm(String id, Person by) {
        return deciding(id, () -> confirmed(id, by), new Answer.Gone());
    }

    /** Two instances that decide in the same moment would both be right by their own databases. */
    private <T> T deciding(String id, Supplier<T> word, T none) {
        Optional<Lease> lease = leases.take("proposal:" + id, TERM);
        if (lease.isEmpty()) {
            LOG.info("Another instance decides about proposal {} just now.", id);
            return none;
        }
        try {
            return word.get();
        } catch (RuntimeException e) {
            leases.giveBack(lease.get());
            throw e;
        }
    }

    private Answer confirmed(String id, Person by) {
        Optional<Proposal> found = proposals.find(id);
        if (found.isEmpty()) {
            return new Answer.Gone();
        }
        Proposal wanted = found.get();
        if (!mayConfirm(wanted, by)) {
            return new Answer.Own(wanted);
        }
        lists.proposed(
                wanted.kind(), wanted.pattern(), wanted.reason(), wanted.end(), wanted.author(), clock.instant());
        // The entry first: if it fails the proposal waits on, and one that is confirmed twice makes the same entry once
        // more.
        ListEntry made = deeds.list(wanted.kind(), wanted.pattern(), wanted.reason(), wanted.end(), wanted.author());
        if (!proposals.decide(wanted, by.id(), true)) {
            LOG.warn(
                    "The entry {} stands, though its proposal {} was turned down in the same moment; end it on /lists if it should not",
                    made.id(),
                    id);
        }
        return new Answer.Made(made);
    }

    /**
     * Turns a proposal down; whoever proposed it may take it back so.
     *
     * @return it; empty if it waits no more
     */
    public synchronized Optional<Proposal> turnDown(String id, Person by) {
        return deciding(id, () -> turnedDown(id, by), Optional.empty());
    }

    private Optional<Proposal> turnedDown(String id, Person by) {
        Optional<Proposal> done = proposals.find(id).filter(wanted -> proposals.decide(wanted, by.id(), false));
        done.ifPresent(deeds::turnedDown);
        return done;
    }
}

package dev.quell.deed;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.security.audit.Deed;
import dev.quell.security.pairs.Lapse;
import dev.quell.security.pairs.Objection;
import dev.quell.security.pairs.Pairs;
import dev.quell.security.pairs.Spoken;
import dev.quell.security.pairs.Standing;
import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import dev.quell.share.Lease;
import dev.quell.share.Leases;
import dev.quell.share.LocalLeases;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Pairs pairs;
    private final Standing standing;
    private final Spoken spoken;
    private final Leases leases;
    private final Clock clock;

    Confirmations(
            Proposals proposals,
            BlockListService lists,
            Deeds deeds,
            Pairs pairs,
            Standing standing,
            Spoken spoken,
            ObjectProvider<Leases> leases,
            Clock clock) {
        this.leases = leases.getIfAvailable(() -> new LocalLeases(clock));
        this.proposals = proposals;
        this.lists = lists;
        this.deeds = deeds;
        this.pairs = pairs;
        this.standing = standing;
        this.spoken = spoken;
        this.clock = clock;
    }

    /** What became of a word about a proposal. */
    public sealed interface Answer {

        /** It was confirmed, and the entry stands. */
        record Made(ListEntry entry) implements Answer {}

        /** Whoever would confirm it is no second person, as far as can be told. */
        record Objected(Proposal proposal, Objection why) implements Answer {}

        /**
         * The word of one of the two counts no more.
         *
         * @param who whoever proposed it, or would confirm it
         */
        record Lapsed(Proposal proposal, String who, Lapse why) implements Answer {

            /** Why it is not confirmed, and what can be done. */
            public String sentence() {
                return who.equals(proposal.author())
                        ? why.words(who)
                                + ", so nobody can confirm this. If it is still wanted, propose it yourself; this one can be turned down."
                        : why.words(who) + ": somebody else confirms this.";
            }
        }

        /** It waits no more, or there never was one. */
        record Gone() implements Answer {}
    }

    /** Why somebody may not confirm each of some proposals, by their ids; of those that the person may there is none. */
    public Map<String, Objection> objections(List<Proposal> waiting, Person by) {
        Map<String, Objection> found = new HashMap<>();
        waiting.stream()
                .map(Proposal::madeAt)
                .min(Comparator.naturalOrder())
                .map(pairs::look)
                .ifPresent(look -> waiting.forEach(each -> look.objection(each.author(), by.id(), each.madeAt())
                        .ifPresent(why -> found.put(each.id(), why))));
        return found;
    }

    /** Why somebody may not confirm a proposal; empty if another person than who proposed it, as far as can be told. */
    public Optional<Objection> objection(Proposal proposal, Person by) {
        return pairs.objection(proposal.author(), by.id(), proposal.madeAt());
    }

    /** Why nobody can confirm a proposal any more: whoever proposed it could not do so now. Empty if that is not so. */
    public Optional<Lapse> lapse(Proposal proposal) {
        return standing.lapse(proposal.author(), right(proposal));
    }

    /** Those that wait and have not lapsed, oldest first. */
    public List<Proposal> open() {
        return proposals.waiting().stream()
                .filter(proposal -> lapse(proposal).isEmpty())
                .toList();
    }

    private static Right right(Proposal proposal) {
        return proposal.kind() == ListKind.BLOCK ? Right.BLOCK : Right.ALLOW;
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
        Optional<Answer> refused = refused(wanted, by);
        if (refused.isPresent()) {
            return refused.get();
        }
        lists.proposed(
                wanted.kind(), wanted.pattern(), wanted.reason(), wanted.end(), wanted.author(), clock.instant());
        // The entry first: if it fails the proposal waits on, and one that is confirmed twice makes the same entry once
        // more.
        ListEntry made = deeds.list(wanted.kind(), wanted.pattern(), wanted.reason(), wanted.end(), wanted.author());
        spoken.confirmed(
                Deed.ENTRY_CONFIRMED,
                Deeds.subject(made),
                new Spoken.Wanted(wanted.author(), Deed.ENTRY_PROPOSED, Deeds.subject(wanted), wanted.madeAt()));
        if (!proposals.decide(wanted, by.id(), true)) {
            LOG.warn(
                    "The entry {} stands, though its proposal {} was turned down in the same moment; end it on /lists if it should not",
                    made.id(),
                    id);
        }
        return new Answer.Made(made);
    }

    private Optional<Answer> refused(Proposal wanted, Person by) {
        return lapse(wanted)
                .<Answer>map(why -> new Answer.Lapsed(wanted, wanted.author(), why))
                .or(() -> objection(wanted, by).map(why -> new Answer.Objected(wanted, why)))
                .or(() -> standing.lapse(by.id(), right(wanted)).map(why -> new Answer.Lapsed(wanted, by.id(), why)));
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

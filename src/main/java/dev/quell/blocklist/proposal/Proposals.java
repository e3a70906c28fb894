package dev.quell.blocklist.proposal;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposal.Decision;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The use case of two people: what reaches far waits for the second one. */
@Service
public final class Proposals {

    /** A block of one number may last so long on one person's word. */
    public static final Duration ALONE = Duration.ofDays(7);

    /** After this a proposal is not confirmed any more: the reason may be gone. */
    private static final Duration GOOD_FOR = Duration.ofDays(30);

    /** The second person's word is kept so soon behind the entry; retention looks for entries by the same. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private static final int MOST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ProposalStore store;
    private final BlockListService lists;
    private final Clock clock;

    Proposals(ProposalStore store, BlockListService lists, Clock clock) {
        this.store = store;
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether an entry needs a second person: a prefix or a range of either list, and a block for more than seven days. */
    public boolean needed(ListKind kind, ListPattern pattern, Optional<Instant> end) {
        boolean longBlock = kind == ListKind.BLOCK
                && end.filter(at -> at.isAfter(clock.instant().plus(ALONE))).isPresent();
        return !(pattern instanceof ListPattern.Exact) || longBlock;
    }

    /**
     * Proposes an entry.
     *
     * @throws dev.quell.blocklist.ListRefusal if such an entry may not be made
     */
    public Proposal propose(ListKind kind, ListPattern pattern, String reason, Optional<Instant> end, String author) {
        Instant now = clock.instant();
        lists.proposed(kind, pattern, reason, end, author, now);
        Proposal proposal = new Proposal(id(), kind, pattern, reason, end, author, now, Optional.empty());
        store.add(proposal);
        return proposal;
    }

    /** Those that wait and can still be confirmed, oldest first. */
    public List<Proposal> waiting() {
        return store.waiting(MOST).stream().filter(this::counts).toList();
    }

    /** A proposal that waits and can still be confirmed. */
    public Optional<Proposal> find(String id) {
        return store.find(id).filter(found -> found.decision().isEmpty()).filter(this::counts);
    }

    private boolean counts(Proposal proposal) {
        Instant now = clock.instant();
        return proposal.madeAt().plus(GOOD_FOR).isAfter(now)
                && proposal.end().map(now::isBefore).orElse(true);
    }

    /** Whether a person may confirm it: another one than who proposed it. */
    public static boolean mayConfirm(Proposal proposal, String person) {
        return !proposal.author().equals(person);
    }

    /** Decides; whether it was waiting until now. */
    public boolean decide(Proposal proposal, String by, boolean accepted) {
        if (accepted && !mayConfirm(proposal, by)) {
            throw new IllegalArgumentException("another person confirms what one has proposed");
        }
        return store.decide(proposal.id(), new Decision(clock.instant(), by, accepted));
    }

    /** The words of the second persons by whom some entries were confirmed, by the entries' ids; of those that one person made there is none. */
    public Map<Long, Decision> confirmed(List<ListEntry> entries) {
        List<ListEntry> byHand = entries.stream()
                .filter(entry -> entry.origin() == ListEntry.Origin.MANUAL)
                .toList();
        if (byHand.isEmpty()) {
            return Map.of();
        }
        List<Instant> made = byHand.stream().map(ListEntry::createdAt).sorted().toList();
        List<Proposal> confirmed = store.confirmed(
                made.getFirst().truncatedTo(ChronoUnit.MILLIS), made.getLast().plus(AT_ONCE));
        Map<Long, Decision> found = new HashMap<>();
        byHand.forEach(entry -> confirmed.stream()
                .filter(proposal -> isMadeOf(entry, proposal))
                .findFirst()
                .flatMap(Proposal::decision)
                .ifPresent(decision -> found.put(entry.id(), decision)));
        return found;
    }

    /** The entry is made first, and the word kept behind it. */
    private static boolean isMadeOf(ListEntry entry, Proposal proposal) {
        Duration behind = proposal.decision()
                .map(decision -> Duration.between(entry.createdAt().truncatedTo(ChronoUnit.MILLIS), decision.at()))
                .orElse(AT_ONCE);
        return entry.kind() == proposal.kind()
                && entry.pattern().equals(proposal.pattern())
                && entry.author().equals(proposal.author())
                && entry.reason().equals(proposal.reason())
                && !behind.isNegative()
                && behind.compareTo(AT_ONCE) < 0;
    }

    private static String id() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

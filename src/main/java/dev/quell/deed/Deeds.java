package dev.quell.deed;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.flag.Flags;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** List entries and flags that people make and take back, each noted in the audit log once it is durable. */
@Component
public final class Deeds {
    /** How the audit tells that nobody confirmed what two people are needed for. */
    static final String ALONE = "alone, ";

    private static final int MOST = 2000;

    private final BlockListService lists;
    private final Flags flags;
    private final FlagStore flagged;
    private final Proposals proposals;
    private final Audit audit;

    Deeds(BlockListService lists, Flags flags, FlagStore flagged, Proposals proposals, Audit audit) {
        this.lists = lists;
        this.proposals = proposals;
        this.flags = flags;
        this.flagged = flagged;
        this.audit = audit;
    }

    /**
     * Makes an entry that needs no second person, or that one has confirmed.
     *
     * @throws dev.quell.blocklist.ListRefusal if such an entry may not be made
     */
    public ListEntry list(ListKind kind, ListPattern pattern, String reason, Optional<Instant> end, String by) {
        return list(kind, pattern, reason, end, by, "");
    }

    /** @param how stands before the words of the audit */
    private ListEntry list(
            ListKind kind, ListPattern pattern, String reason, Optional<Instant> end, String by, String how) {
        ListEntry made = lists.add(kind, pattern, reason, end, by);
        audit.note(Deed.ENTRY_MADE, subject(made), "", how + words(made));
        return made;
    }

    /**
     * Makes an entry, or proposes it if it needs a second person and whoever asks may not act alone.
     *
     * @throws dev.quell.blocklist.ListRefusal if such an entry may not be made
     */
    public Listed listOrPropose(ListKind kind, ListPattern pattern, String reason, Optional<Instant> end, Asker by) {
        if (!proposals.needed(kind, pattern, end)) {
            return new Listed.Made(list(kind, pattern, reason, end, by.id(), by.words()));
        }
        if (by.alone()) {
            return new Listed.Made(list(kind, pattern, reason, end, by.id(), ALONE + by.words()));
        }
        Proposal made = proposals.propose(kind, pattern, reason, end, by.id());
        audit.note(Deed.ENTRY_PROPOSED, subject(made), "", by.words() + words(made.end(), reason));
        return new Listed.Waits(made);
    }

    /** Notes that a proposed entry was turned down. */
    void turnedDown(Proposal proposal) {
        audit.note(
                Deed.ENTRY_TURNED_DOWN,
                subject(proposal),
                words(proposal.end(), proposal.reason()),
                "proposed by " + proposal.author());
    }

    /** Ends the entries that were taken in at one moment by one person; see {@link Imports#undo}. */
    boolean undoImport(Instant at, String author, String by) {
        String reason = "import of " + at + " undone";
        int ended = 0;
        boolean more = false;
        for (ListKind kind : ListKind.values()) {
            List<ListEntry> left = imported(kind, at, author);
            more |= left.size() > MOST;
            for (ListEntry entry : left.subList(0, Math.min(left.size(), MOST))) {
                ended += lists.remove(entry.id(), by, reason).isPresent() ? 1 : 0;
            }
        }
        audit.note(Deed.ENTRY_ENDED, "import " + at.toEpochMilli(), ended + " entries by " + author, reason);
        return more;
    }

    private List<ListEntry> imported(ListKind kind, Instant at, String author) {
        return lists
                .page(new ListQuery(
                        kind,
                        Optional.empty(),
                        Optional.of(Origin.MANUAL),
                        Optional.of(author),
                        Optional.of(new ListQuery.Place(at, Long.MAX_VALUE)),
                        MOST + 1))
                .stream()
                .filter(entry -> entry.createdAt().equals(at))
                .toList();
    }

    static String subject(Proposal proposal) {
        return list(proposal.kind()) + proposal.pattern().shown();
    }

    /**
     * Ends an entry.
     *
     * @param meant whether it is the entry that is meant
     * @return the entry as it ended; empty if none such stands
     */
    public Optional<ListEntry> unlist(ListKind kind, long id, Predicate<ListEntry> meant, String reason, Asker by) {
        Optional<ListEntry> found = lists.find(kind, id).filter(meant);
        Optional<ListEntry> ended = found.flatMap(entry -> lists.remove(entry.id(), by.id(), reason));
        ended.ifPresent(
                entry -> audit.note(Deed.ENTRY_ENDED, subject(entry), words(found.orElse(entry)), by.words() + reason));
        return ended;
    }

    /** Flags a call. */
    public void flag(LoggedCall call, FlagReason reason, String note, String by) {
        flag(call.id(), call.caller(), reason, note, by);
    }

    /**
     * Flags a call that the log need not have yet.
     *
     * @param by an agent's interface or an account's name
     * @return where its caller goes
     */
    public Flags.Destination flag(CallId call, CallerNumber caller, FlagReason reason, String note, String by) {
        return flag(call, caller, reason, note, by, "");
    }

    /**
     * The same, with more words for the audit.
     *
     * @param more stands behind them
     */
    public Flags.Destination flag(
            CallId call, CallerNumber caller, FlagReason reason, String note, String by, String more) {
        Flags.Destination to = flags.flag(call, caller, by, reason, note);
        audit.note(Deed.FLAG_RAISED, "call " + call, "", by + ": " + reason + more);
        return to;
    }

    /**
     * Takes a flag back.
     *
     * @return whether it was; false if no such flag stands on the call or against its caller
     */
    public boolean unflag(LoggedCall call, long id, String by) {
        boolean own = flagged.of(call.id()).stream()
                .anyMatch(flag -> flag.id() == id && flag.undoneAt().isEmpty());
        return own ? unflag(id, by).isPresent() : unflag(call.caller(), id, by);
    }

    /**
     * Takes a flag back.
     *
     * @return whether it was; false if no such flag stands against the caller
     */
    public boolean unflag(CallerNumber caller, long id, String by) {
        return caller.identifies()
                && flagged.page(FlagQuery.standingOn(caller, MOST)).stream().anyMatch(flag -> flag.id() == id)
                && unflag(id, by).isPresent();
    }

    /**
     * Takes a flag back.
     *
     * @return the flag as it was taken back; empty if no such flag stands
     */
    public Optional<Flag> unflag(long id, String by) {
        return unflag(id, by, "");
    }

    /** The same for somebody. */
    public Optional<Flag> unflag(long id, Asker by) {
        return unflag(id, by.id(), by.words());
    }

    private Optional<Flag> unflag(long id, String by, String words) {
        Optional<Flag> undone = flags.undo(id, by);
        undone.ifPresent(flag ->
                audit.note(Deed.FLAG_UNDONE, "call " + flag.call(), flag.agent() + ": " + flag.reason(), words));
        return undone;
    }

    static String subject(ListEntry entry) {
        return list(entry.kind()) + entry.id() + " " + entry.pattern().shown();
    }

    private static String list(ListKind kind) {
        return kind == ListKind.BLOCK ? "blocklist " : "allowlist ";
    }

    private static String words(ListEntry entry) {
        return words(entry.expiresAt(), entry.reason());
    }

    private static String words(Optional<Instant> until, String reason) {
        return until.map(end -> "until " + end + ": ").orElse("for good: ") + reason;
    }
}

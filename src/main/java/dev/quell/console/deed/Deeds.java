package dev.quell.console.deed;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.calllog.LoggedCall;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.flag.Flags;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** List entries and flags that people make and take back, each noted in the audit log once it is durable. */
@Component
public final class Deeds {
    private final BlockListService lists;
    private final Flags flags;
    private final FlagStore flagged;
    private final Audit audit;

    Deeds(BlockListService lists, Flags flags, FlagStore flagged, Audit audit) {
        this.lists = lists;
        this.flags = flags;
        this.flagged = flagged;
        this.audit = audit;
    }

    /**
     * Makes an entry.
     *
     * @throws dev.quell.blocklist.ListRefusal if such an entry may not be made
     */
    public void list(ListKind kind, ListPattern pattern, String reason, Optional<Instant> end, String by) {
        ListEntry made = lists.add(kind, pattern, reason, end, by);
        audit.note(Deed.ENTRY_MADE, subject(made), "", words(made));
    }

    /**
     * Ends an entry.
     *
     * @param meant whether it is the entry that is meant
     * @return whether it was ended; false if none such stands
     */
    public boolean unlist(ListKind kind, long id, Predicate<ListEntry> meant, String reason, String by) {
        Optional<ListEntry> ended =
                lists.find(kind, id).filter(meant).flatMap(entry -> lists.remove(entry.id(), by, reason));
        ended.ifPresent(entry -> audit.note(Deed.ENTRY_ENDED, subject(entry), words(entry), reason));
        return ended.isPresent();
    }

    /** Flags a call. */
    public void flag(LoggedCall call, FlagReason reason, String note, String by) {
        flags.flag(call.id(), call.caller(), by, reason, note);
        audit.note(Deed.FLAG_RAISED, "call " + call.id(), "", by + ": " + reason);
    }

    /**
     * Takes a flag back.
     *
     * @return whether it was; false if no such flag stands on the call
     */
    public boolean unflag(LoggedCall call, long id, String by) {
        Optional<Flag> undone = flagged.of(call.id()).stream()
                .filter(flag -> flag.id() == id && flag.undoneAt().isEmpty())
                .findFirst()
                .flatMap(flag -> flags.undo(flag.id(), by));
        undone.ifPresent(
                flag -> audit.note(Deed.FLAG_UNDONE, "call " + flag.call(), flag.agent() + ": " + flag.reason(), ""));
        return undone.isPresent();
    }

    private static String subject(ListEntry entry) {
        String list = entry.kind() == ListKind.BLOCK ? "blocklist " : "allowlist ";
        return list + entry.id() + " " + entry.pattern().shown();
    }

    private static String words(ListEntry entry) {
        return entry.expiresAt().map(end -> "until " + end + ": ").orElse("for good: ") + entry.reason();
    }
}

package dev.quell.deed;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.bulk.BulkLists;
import dev.quell.blocklist.bulk.BulkPlan;
import dev.quell.blocklist.bulk.BulkResult;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Long lists that people and programs take in, and how all entries of one are ended again. Lines that need two people have a fault for whoever may not act alone. */
@Component
public final class Imports {

    /** Most that are shown, and can be undone. */
    public static final int SHOWN = 100;

    private final BulkLists bulk;
    private final BlockListService lists;
    private final Proposals proposals;
    private final Deeds deeds;
    private final Audit audit;
    private final AuditLog log;
    private final Clock clock;

    Imports(
            BulkLists bulk,
            BlockListService lists,
            Proposals proposals,
            Deeds deeds,
            Audit audit,
            AuditLog log,
            Clock clock) {
        this.bulk = bulk;
        this.lists = lists;
        this.proposals = proposals;
        this.deeds = deeds;
        this.audit = audit;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a list in, or tries it.
     *
     * @param by whoever asks, the plan's author
     * @throws dev.quell.blocklist.bulk.BulkFault if another is being taken in, it is no text, or the database takes no more
     * @throws IOException if it cannot be read
     */
    public BulkResult take(InputStream list, BulkPlan plan, Asker by) throws IOException {
        Instant begin = clock.instant();
        Set<String> alone = new HashSet<>();
        BulkResult result = bulk.take(list, plan, entry -> {
            boolean two = proposals.needed(entry.kind(), entry.pattern(), entry.expiresAt());
            if (two && by.alone()) {
                alone.add(entry.kind() + entry.pattern().text());
            }
            return !two || by.alone();
        });
        if (!plan.tried()) {
            note(result, by, begin, alone.size());
        }
        return result;
    }

    private void note(BulkResult result, Asker by, Instant begin, int alone) {
        Instant at = newest(by.id()).filter(made -> !made.isBefore(begin)).orElse(begin);
        audit.note(
                Deed.LIST_IMPORTED,
                Import.subject(at),
                "",
                by.words() + result.kept() + " entries of " + result.lines() + " lines, " + result.faulty() + " faulty"
                        + (alone == 0 ? "" : ", " + alone + " alone"));
    }

    /** When the newest entry of an author was made. */
    private Optional<Instant> newest(String author) {
        return List.of(ListKind.values()).stream()
                .flatMap(kind -> lists
                        .page(new ListQuery(
                                kind, Optional.empty(), Optional.empty(), Optional.of(author), Optional.empty(), 1))
                        .stream())
                .map(ListEntry::createdAt)
                .max(Comparator.naturalOrder());
    }

    /** The last ones that were taken in, newest first. */
    public List<Import> last(int most) {
        return log
                .page(new AuditQuery(
                        Optional.empty(),
                        Optional.of(Deed.LIST_IMPORTED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        most))
                .stream()
                .flatMap(entry -> Import.of(entry).stream())
                .toList();
    }

    /**
     * Ends what is still left of an import, at most 2,000 entries a list; what it had replaced does not come back.
     *
     * @param at its moment, to the millisecond
     * @return whether there are more; empty if it is none of the last {@value #SHOWN}
     */
    public Optional<Boolean> undo(Instant at, Person by) {
        return last(SHOWN).stream()
                .filter(one -> one.at().equals(at))
                .findFirst()
                .map(one -> deeds.undoImport(one.at(), one.author(), by.id()));
    }
}

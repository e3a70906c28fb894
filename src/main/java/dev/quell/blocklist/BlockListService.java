package dev.quell.blocklist;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.call.CallerNumber;
import dev.quell.call.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The use case of people who keep the lists: add, remove, list, try. Fails closed: what could not be kept is refused with an exception. */
@Service
public final class BlockListService {

    private static final Logger LOG = LoggerFactory.getLogger(BlockListService.class);
    private static final int LONGEST_NAME = 100;

    private final ListStore store;
    private final ListIndex index;
    private final BlockListSettings settings;
    private final ProtectedNumbers untouchable;
    private final List<ListWatcher> watchers = new CopyOnWriteArrayList<>();

    BlockListService(ListStore store, ListIndex index, BlockListSettings settings, ProtectedNumbers untouchable) {
        this.store = store;
        this.index = index;
        this.settings = settings;
        this.untouchable = untouchable;
    }

    /** From now on a watcher is told of what is made and ended here. */
    public void watch(ListWatcher watcher) {
        watchers.add(watcher);
    }

    /**
     * Makes an entry. An active entry of the same list and pattern is replaced: the new word counts, also if it ends sooner.
     *
     * @param expiresAt when it ends; needed for a block, empty for an allow entry that stands for good
     * @throws ListRefusal if such an entry may not be made
     * @throws IllegalArgumentException if the reason is empty or longer than 200 characters
     */
    public ListEntry add(
            ListKind kind, ListPattern pattern, String reason, Optional<Instant> expiresAt, String author) {
        Instant now = index.now();
        return keep(proposed(kind, pattern, reason, expiresAt, author, now), now);
    }

    /** The entry that {@link #add} would make at a moment; throws what it throws. */
    public ListEntry proposed(
            ListKind kind,
            ListPattern pattern,
            String reason,
            Optional<Instant> expiresAt,
            String author,
            Instant now) {
        check(kind, pattern, expiresAt, author, now);
        return new ListEntry(0, kind, pattern, reason, author, Origin.MANUAL, now, expiresAt, 0);
    }

    /**
     * Keeps {@link #proposed} entries, all or none; see {@link ListStore#keepAll}. Only the number of them is logged, by who calls.
     *
     * @param entries at most {@link ListStore#MANY}
     */
    public List<Kept> keepAll(List<ListEntry> entries, Instant now) {
        List<Kept> kept = store.keepAll(entries, now);
        index.follow(kept);
        return kept;
    }

    private void check(ListKind kind, ListPattern pattern, Optional<Instant> expiresAt, String author, Instant now) {
        if (author.isBlank() || author.length() > LONGEST_NAME) {
            throw ListRefusal.nobody();
        }
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
            throw ListRefusal.pastExpiry();
        }
        if (kind == ListKind.ALLOW) {
            return;
        }
        if (pattern instanceof ListPattern.Range range) {
            untouchable.within(range).ifPresent(number -> {
                throw ListRefusal.holdsProtected(range, number);
            });
        } else if (untouchable.isRefused(pattern)) {
            throw ListRefusal.protectedNumber(pattern);
        }
        if (expiresAt.orElseThrow(ListRefusal::noExpiry).isAfter(now.plus(settings.maxBanTime()))) {
            throw ListRefusal.tooLong(settings.maxBanTime());
        }
    }

    private ListEntry keep(ListEntry entry, Instant now) {
        Kept kept = store.keep(entry, now);
        follow(kept);
        return kept.entry();
    }

    /** Keeps an automatic entry; empty if one of that mark was made before. */
    Optional<ListEntry> keepOnce(ListEntry entry, String mark, Instant now) {
        Kept kept = store.keepOnce(entry, mark, now);
        follow(kept);
        return kept.made() ? Optional.of(kept.entry()) : Optional.empty();
    }

    /** Makes what was kept count at once. */
    private void follow(Kept kept) {
        index.follow(List.of(kept));
        ListEntry entry = kept.entry();
        if (kept.made()) {
            LOG.info(
                    "list entry {} made by {}: {} {} {} until {}",
                    entry.id(),
                    Words.foreign(entry.author()),
                    entry.kind(),
                    entry.pattern().text(),
                    entry.origin(),
                    entry.expiresAt().map(Instant::toString).orElse("removed"));
            watchers.forEach(watcher -> watcher.made(entry));
        }
    }

    /**
     * Ends an entry; empty if there is no active entry of that number.
     *
     * @throws ListRefusal if nobody's name is given
     */
    public Optional<ListEntry> remove(long id, String author, String reason) {
        if (author.isBlank() || author.length() > LONGEST_NAME) {
            throw ListRefusal.nobody();
        }
        Optional<ListEntry> removed = store.remove(id, author, reason, index.now());
        removed.ifPresent(index::ended);
        removed.ifPresent(entry -> watchers.forEach(watcher -> watcher.ended(entry, author, reason)));
        removed.ifPresent(entry -> LOG.info(
                "list entry {} removed by {}: {}",
                id,
                Words.foreign(author),
                entry.pattern().text()));
        return removed;
    }

    /** The active entries of a list that are wanted, newest first. */
    public List<ListEntry> page(ListQuery query) {
        return store.page(query, index.now());
    }

    /** Where the entry of a number stands among the others of its list, also if it has ended. */
    public Optional<ListQuery.Place> place(long id) {
        return store.find(id).map(ListQuery.Place::of);
    }

    /** How many entries of both lists count now; empty until they were read once. */
    public Optional<ListCount> count() {
        return index.isWhole() ? Optional.of(index.count()) : Optional.empty();
    }

    /** An active entry of a list. */
    public Optional<ListEntry> find(ListKind kind, long id) {
        Instant now = index.now();
        return store.find(id).filter(entry -> entry.kind() == kind && entry.activeAt(now));
    }

    /** The entry that would decide about a caller now. */
    public Optional<ListEntry> test(CallerNumber caller) {
        return index.match(caller, index.now()).flatMap(match -> store.find(match.id()));
    }
}

package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import dev.quell.call.FairTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The lists in memory: what decides about a caller, without the words, which stay in the store. Changed in place, entry by entry; read without a lock.
 * Until the store was read once, what is known counts and the rest passes. Entries end by the clock. A protected number matches no block. Of several active
 * entries for one pattern the one that ends last decides.
 */
@Component
final class ListIndex implements BlockList {

    private final ProtectedNumbers untouchable;
    private final Clock clock;
    private final FairTime time;
    private final Object writing = new Object();
    private final LongAdder unanswered = new LongAdder();
    private volatile ListTables tables = new ListTables();
    private volatile boolean whole;
    /** The numbers of the blocks that had ended when the clock was set back: they stay so, whoever tells of them again. */
    private final Set<Long> ended = new HashSet<>();

    private Instant endedBy = Instant.MIN;
    private @Nullable Filling filling;

    @Autowired
    ListIndex(ProtectedNumbers untouchable, Clock clock, ObjectProvider<FairTime> time) {
        this(untouchable, clock, time.getIfAvailable(FairTime::trusting));
    }

    ListIndex(ProtectedNumbers untouchable, Clock clock, FairTime time) {
        this.untouchable = untouchable;
        this.clock = clock;
        this.time = time;
    }

    /** With a clock that is believed. */
    ListIndex(ProtectedNumbers untouchable, Clock clock) {
        this(untouchable, clock, FairTime.trusting());
    }

    /** What time it is for blocks: they have ended if they have by any time that it may be. */
    Instant now() {
        return time.against(clock.instant());
    }

    /** What time it is by what is believed. */
    Instant believed() {
        return time.favour(now());
    }

    @Override
    public Optional<ListMatch> match(CallerNumber caller, Instant now) {
        if (!caller.identifies()) {
            return Optional.empty();
        }
        ListMatch match = tables.match(
                caller, time.against(now).toEpochMilli(), time.favour(now).toEpochMilli());
        if (match == null) {
            if (!whole) {
                unanswered.increment();
            }
            return Optional.empty();
        }
        return match.kind() == ListKind.BLOCK && untouchable.covers(caller) ? Optional.empty() : Optional.of(match);
    }

    /** Whether the store was read once, so that no match means no entry. */
    boolean isWhole() {
        return whole;
    }

    /** How many callers matched nothing while the store was not read yet. */
    long unanswered() {
        return unanswered.sum();
    }

    /** How many entries count now. Looks at all of them. */
    ListCount count() {
        return tables.count(now());
    }

    /** Takes an entry as it is now, made or ended; counts at once. */
    void follow(ListEntry entry) {
        if (entry.activeAt(now()) && !isFromTheFuture(entry)) {
            change(List.of(Standing.of(entry)), List.of());
        } else {
            ended(entry);
        }
    }

    /** A block that a clock made that was far ahead would last as long as that clock was ahead. */
    private boolean isFromTheFuture(ListEntry entry) {
        return entry.kind() == ListKind.BLOCK && entry.createdAt().isAfter(now().plus(ListStore.AHEAD));
    }

    /** The clock was set back: blocks that had ended stay so. */
    void setBack(Instant from) {
        synchronized (writing) {
            ended.addAll(tables.blocksEndedBy(from));
            endedBy = from.isAfter(endedBy) ? from : endedBy;
            tables.endBlocks(from);
            if (filling != null) {
                filling.target.endBlocks(from);
            }
        }
    }

    /** Takes out an entry that was ended. */
    void ended(ListEntry entry) {
        change(List.of(), List.of(Standing.of(entry)));
    }

    /** Takes what came of entries that were kept; each and what it replaced change at once. */
    void follow(Collection<Kept> kept) {
        change(
                kept.stream().map(Kept::entry).map(Standing::of).toList(),
                kept.stream()
                        .flatMap(each -> each.replaced().stream())
                        .map(Standing::of)
                        .toList());
    }

    /** Without those that had ended before the clock was set back. */
    private Collection<Standing> unended(Collection<Standing> entries) {
        return ended.isEmpty()
                ? entries
                : entries.stream().filter(entry -> !ended.contains(entry.id())).toList();
    }

    private void change(Collection<Standing> told, Collection<Standing> gone) {
        synchronized (writing) {
            Collection<Standing> entries = unended(told);
            tables.put(entries, gone, believed());
            if (filling != null) {
                filling.changed(entries, gone);
            }
        }
    }

    /** Frees the room of what has ended. */
    void sweep() {
        synchronized (writing) {
            tables.sweep(believed());
            if (now().isAfter(endedBy)) {
                ended.clear();
            }
        }
    }

    /** Begins to read the store anew. What counted goes on to count until {@link Filling#done}; a first reading counts as it comes in. */
    Filling fill() {
        synchronized (writing) {
            Filling begun = new Filling(whole ? new ListTables() : tables);
            filling = begun;
            return begun;
        }
    }

    /** One reading of the store. Entries that change meanwhile are not taken from it. */
    final class Filling {
        private final ListTables target;
        private final Set<Long> changed = new HashSet<>();

        private Filling(ListTables target) {
            this.target = target;
        }

        private void changed(Collection<Standing> entries, Collection<Standing> gone) {
            entries.forEach(entry -> changed.add(entry.id()));
            gone.forEach(entry -> changed.add(entry.id()));
            if (target != tables) {
                target.put(entries, gone, believed());
            }
        }

        /** Takes entries as they stood when the reading began; tells how many have no possible pattern. */
        int take(Collection<Standing> entries) {
            synchronized (writing) {
                List<Standing> unchanged = changed.isEmpty()
                        ? List.copyOf(entries)
                        : entries.stream()
                                .filter(entry -> !changed.contains(entry.id()))
                                .toList();
                return target.put(unended(unchanged), List.of(), believed());
            }
        }

        /** The store was read to its end; from now on this reading counts. */
        void done() {
            synchronized (writing) {
                tables = target;
                whole = true;
                filling = null;
            }
        }

        /** The store could not be read to its end. */
        void failed() {
            synchronized (writing) {
                filling = null;
            }
        }
    }
}

package dev.quell.testing;

import dev.quell.blocklist.Kept;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.ListStore;
import dev.quell.blocklist.Standing;
import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists in memory. */
public final class MemoryLists implements ListStore {

    private final Map<Long, ListEntry> entries = new TreeMap<>();
    private final Map<String, Long> marks = new HashMap<>();
    private final Set<Long> lifted = new HashSet<>();

    @Override
    public synchronized void standing(Instant now, Consumer<Standing> each) {
        active(now)
                .filter(entry ->
                        entry.kind() == ListKind.ALLOW || !entry.createdAt().isAfter(now.plus(AHEAD)))
                .map(Standing::of)
                .forEach(each);
    }

    private Stream<ListEntry> active(Instant now) {
        return entries.values().stream().filter(entry -> entry.activeAt(now));
    }

    @Override
    public synchronized Optional<ListEntry> find(long id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public synchronized List<ListEntry> page(ListQuery query, Instant now) {
        return active(now)
                .filter(query::wants)
                .sorted(ListQuery.NEWEST_FIRST)
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized List<ListEntry> meaning(CallerNumber caller, Instant now) {
        return active(now).filter(entry -> entry.pattern().matches(caller)).toList();
    }

    @Override
    public synchronized Kept keep(ListEntry entry, Instant now) {
        List<ListEntry> replaced = active(now)
                .filter(old -> old.kind() == entry.kind() && old.pattern().equals(entry.pattern()))
                .toList();
        ListEntry kept = with(entry, entries.size() + 1, entry.expiresAt());
        entries.put(kept.id(), kept);
        replaced.forEach(old -> remove(old.id(), entry.author(), "replaced by entry " + kept.id(), now));
        return new Kept(kept, replaced, true);
    }

    @Override
    public synchronized Kept keepOnce(ListEntry entry, String mark, Instant now) {
        Long made = marks.get(mark);
        if (made != null) {
            return new Kept(entries.get(made), List.of(), false);
        }
        Kept kept = keep(entry, now);
        marks.put(mark, kept.entry().id());
        return kept;
    }

    @Override
    public synchronized List<Kept> keepAll(List<ListEntry> all, Instant now) {
        return all.stream()
                .map(entry -> active(now)
                        .filter(old -> old.kind() == entry.kind()
                                && old.pattern().equals(entry.pattern())
                                && old.reason().equals(entry.reason())
                                && old.expiresAt().equals(entry.expiresAt()))
                        .findFirst()
                        .map(old -> new Kept(old, List.of(), false))
                        .orElseGet(() -> keep(entry, now)))
                .toList();
    }

    @Override
    public synchronized Optional<ListEntry> remove(long id, String author, String reason, Instant now) {
        Optional<ListEntry> ended =
                find(id).filter(entry -> entry.activeAt(now)).map(entry -> with(entry, id, Optional.of(now)));
        ended.ifPresent(entry -> entries.put(id, entry));
        if (ended.isPresent() && !author.equals("quell") && !reason.startsWith("replaced by entry ")) {
            lifted.add(id);
        }
        return ended;
    }

    private static ListEntry with(ListEntry entry, long id, Optional<Instant> end) {
        return new ListEntry(
                id,
                entry.kind(),
                entry.pattern(),
                entry.reason(),
                entry.author(),
                entry.origin(),
                entry.createdAt(),
                end,
                entry.step());
    }

    @Override
    public synchronized Set<Long> liftedByPeople(ListPattern pattern) {
        return history(pattern).stream()
                .map(ListEntry::id)
                .filter(lifted::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<ListPattern> rangesOf(CallerNumber caller) {
        return entries.values().stream()
                .map(ListEntry::pattern)
                .filter(pattern -> pattern instanceof ListPattern.Range && pattern.matches(caller))
                .distinct()
                .toList();
    }

    @Override
    public synchronized List<ListEntry> history(ListPattern pattern) {
        return entries.values().stream()
                .filter(entry -> entry.pattern().equals(pattern))
                .sorted(Comparator.comparingLong(ListEntry::id).reversed())
                .toList();
    }
}

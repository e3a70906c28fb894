package dev.quell.replay;

import dev.quell.blocklist.Kept;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.ListStore;
import dev.quell.blocklist.Standing;
import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists in memory. Entries that have ended stay for the ladder, which counts them. */
final class ListsInMemory implements ListStore {

    private final Map<Long, ListEntry> open = new LinkedHashMap<>();
    private final Map<ListPattern, List<ListEntry>> all = new HashMap<>();
    private final Map<String, Long> marks = new HashMap<>();
    private final Set<Long> lifted = new HashSet<>();
    private long serial;

    @Override
    public void standing(Instant now, Consumer<Standing> each) {
        active(now).map(Standing::of).forEach(each);
    }

    private Stream<ListEntry> active(Instant now) {
        open.values().removeIf(entry -> !entry.activeAt(now));
        return open.values().stream();
    }

    @Override
    public Optional<ListEntry> find(long id) {
        return all.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.id() == id)
                .findFirst();
    }

    @Override
    public List<ListEntry> page(ListQuery query, Instant now) {
        return active(now)
                .filter(query::wants)
                .sorted(ListQuery.NEWEST_FIRST)
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<ListEntry> meaning(CallerNumber caller, Instant now) {
        return active(now).filter(entry -> entry.pattern().matches(caller)).toList();
    }

    @Override
    public Kept keep(ListEntry entry, Instant now) {
        List<ListEntry> replaced = history(entry.pattern()).stream()
                .filter(old -> old.kind() == entry.kind() && old.activeAt(now) && open.containsKey(old.id()))
                .toList();
        ListEntry kept = enter(entry);
        replaced.forEach(old -> remove(old.id(), entry.author(), "replaced by entry " + kept.id(), now));
        return new Kept(kept, replaced, true);
    }

    @Override
    public Kept keepOnce(ListEntry entry, String mark, Instant now) {
        Long made = marks.get(mark);
        if (made != null) {
            return new Kept(find(made).orElse(entry), List.of(), false);
        }
        Kept kept = keep(entry, now);
        marks.put(mark, kept.entry().id());
        return kept;
    }

    @Override
    public List<Kept> keepAll(List<ListEntry> entries, Instant now) {
        return entries.stream().map(entry -> keep(entry, now)).toList();
    }

    /** Keeps an entry beside all others. */
    ListEntry enter(ListEntry entry) {
        ListEntry kept = new ListEntry(
                ++serial,
                entry.kind(),
                entry.pattern(),
                entry.reason(),
                entry.author(),
                entry.origin(),
                entry.createdAt(),
                entry.expiresAt(),
                entry.step());
        open.put(kept.id(), kept);
        all.computeIfAbsent(kept.pattern(), pattern -> new ArrayList<>()).addFirst(kept);
        return kept;
    }

    @Override
    public Optional<ListEntry> remove(long id, String author, String reason, Instant now) {
        Optional<ListEntry> standing = Optional.ofNullable(open.remove(id)).filter(entry -> entry.activeAt(now));
        if (standing.isPresent() && !author.equals("quell") && !reason.startsWith("replaced by entry ")) {
            lifted.add(id);
        }
        return standing.map(entry -> ended(entry, now));
    }

    /** An entry that was removed has ended then. */
    private ListEntry ended(ListEntry entry, Instant now) {
        ListEntry ended = new ListEntry(
                entry.id(),
                entry.kind(),
                entry.pattern(),
                entry.reason(),
                entry.author(),
                entry.origin(),
                entry.createdAt(),
                Optional.of(now),
                entry.step());
        all.getOrDefault(entry.pattern(), new ArrayList<>()).replaceAll(each -> each.id() == entry.id() ? ended : each);
        return ended;
    }

    @Override
    public Set<Long> liftedByPeople(ListPattern pattern) {
        return history(pattern).stream()
                .map(ListEntry::id)
                .filter(lifted::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<ListPattern> rangesOf(CallerNumber caller) {
        return all.keySet().stream()
                .filter(pattern -> pattern instanceof ListPattern.Range && pattern.matches(caller))
                .toList();
    }

    @Override
    public List<ListEntry> history(ListPattern pattern) {
        return List.copyOf(all.getOrDefault(pattern, new ArrayList<>()));
    }

    /** The entries made after one, oldest first. */
    List<ListEntry> madeSince(long id) {
        return open.values().stream().filter(entry -> entry.id() > id).toList();
    }

    /** The number of the newest entry, 0 if there never was one. */
    long newest() {
        return serial;
    }
}

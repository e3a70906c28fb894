package dev.quell.testing;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists in memory. */
public final class MemoryLists implements ListStore {

    private final List<ListEntry> entries = new ArrayList<>();
    private final Set<Long> removed = new HashSet<>();
    private final Set<Long> lifted = new HashSet<>();

    @Override
    public List<ListEntry> active(Instant now) {
        return entries.stream()
                .filter(entry -> !removed.contains(entry.id()) && entry.activeAt(now))
                .toList();
    }

    @Override
    public ListEntry add(ListEntry entry) {
        ListEntry kept = new ListEntry(
                entries.size() + 1,
                entry.kind(),
                entry.pattern(),
                entry.reason(),
                entry.author(),
                entry.origin(),
                entry.createdAt(),
                entry.expiresAt(),
                entry.step());
        entries.add(kept);
        return kept;
    }

    @Override
    public Optional<ListEntry> remove(long id, String author, String reason, Instant now) {
        Optional<ListEntry> found =
                active(now).stream().filter(entry -> entry.id() == id).findFirst();
        found.ifPresent(entry -> removed.add(id));
        if (found.isPresent() && !author.equals("quell") && !reason.startsWith("replaced by entry ")) {
            lifted.add(id);
        }
        return found;
    }

    @Override
    public Set<Long> liftedByPeople(ListPattern pattern) {
        return history(pattern).stream()
                .map(ListEntry::id)
                .filter(lifted::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<ListEntry> history(ListPattern pattern) {
        return entries.stream()
                .filter(entry -> entry.pattern().equals(pattern))
                .sorted(Comparator.comparingLong(ListEntry::id).reversed())
                .toList();
    }
}

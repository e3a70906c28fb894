package dev.quell.security.pairs;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An audit in memory that is asked by pages. */
final class Book implements AuditLog {

    private final List<AuditEntry> kept = new ArrayList<>();

    /** What somebody did to an account. */
    void put(String who, Deed deed, String account, Instant at) {
        add(new AuditEntry(0, at, who, deed, account, "", "", "192.0.2.1"));
    }

    @Override
    public void add(AuditEntry entry) {
        kept.add(new AuditEntry(
                kept.size() + 1L,
                entry.at(),
                entry.who(),
                entry.deed(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.address()));
    }

    /** The entry that was added last. */
    AuditEntry last() {
        return kept.getLast();
    }

    @Override
    public List<AuditEntry> page(AuditQuery query) {
        return kept.stream()
                .filter(entry -> query.who().map(entry.who()::equals).orElse(true))
                .filter(entry -> query.deed().map(entry.deed()::equals).orElse(true))
                .filter(entry -> query.subject().map(entry.subject()::equals).orElse(true))
                .filter(entry ->
                        query.from().map(from -> !entry.at().isBefore(from)).orElse(true))
                .filter(entry -> query.to().map(entry.at()::isBefore).orElse(true))
                .filter(entry ->
                        query.after().map(place -> entry.id() < place.id()).orElse(true))
                .sorted(Comparator.comparingLong(AuditEntry::id).reversed())
                .limit(query.limit())
                .toList();
    }
}

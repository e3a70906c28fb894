package dev.quell.storage.evidence.check;

import dev.quell.storage.evidence.EarlierPage;
import dev.quell.storage.evidence.EarlierPage.Entry;
import dev.quell.storage.evidence.EarlierRow;
import dev.quell.storage.evidence.RowMap;
import dev.quell.storage.evidence.Unchained;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the calls from before the chain are those that were there when it began. */
final class EarlierCheck {

    private final JdbcClient reader;
    private final Faults faults;
    private final long removedBefore;
    private final Consumer<String> inserted;
    private final Consumer<String> unplaced;
    private long calls;
    private long removed;

    /**
     * @param removedBefore calls that arrived before it were removed by retention, unless they are held
     * @param inserted told of calls in the pages from before the chain that were not there when it began
     * @param unplaced told of later calls that have no place in the chain
     */
    EarlierCheck(
            JdbcClient reader,
            Faults faults,
            long removedBefore,
            Consumer<String> inserted,
            Consumer<String> unplaced) {
        this.reader = reader;
        this.faults = faults;
        this.removedBefore = removedBefore;
        this.inserted = inserted;
        this.unplaced = unplaced;
    }

    /** Looks. */
    void look(TrustedNotes notes) {
        long before = notes.of("GENESIS").stream()
                .mapToLong(note -> note.whole("before", 0))
                .findFirst()
                .orElse(0);
        strangers(before);
        List<Trusted> told = notes.of(EarlierPage.KIND);
        if (told.size() == 1) {
            EarlierRow rows = new EarlierRow(told.getFirst().word("seed"));
            EarlierPage.of(told.getFirst().values()).forEach(page -> page(page, rows));
        } else if (!told.isEmpty()) {
            faults.add("the chain tells of the calls from before it " + told.size() + " times");
        } else if (before > 0) {
            calls = count(before);
            faults.unproved("the calls from before the chain, " + calls
                    + ", are not hashed yet; the service does so in the first minutes after its start");
        }
    }

    private long count(long before) {
        return reader.sql("select count(*) from calls where seq <= :before and " + Unchained.ROWS)
                .param("before", before)
                .query(Long.class)
                .single();
    }

    private void strangers(long before) {
        try (Stream<String> ids = reader
                .sql("select id from calls where " + Unchained.ROWS + " and (seq <= 0 or seq > :before)")
                .param("before", before)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .stream()) {
            ids.forEach(unplaced);
        }
    }

    private void page(EarlierPage page, EarlierRow rows) {
        byte[] kept = reader.sql("select calls from chain_before where page = :page")
                .param("page", page.number())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
        boolean dropped = kept.length == 0 && page.newest() * 1000 < removedBefore;
        if (!dropped && !page.isOf(kept)) {
            faults.add("calls from before the chain, rows " + (page.after() + 1) + " to " + page.last()
                    + ": their hashes were changed or removed, so that they prove nothing");
            return;
        }
        Map<Long, Entry> left = page.entries(kept);
        try (Stream<Map<String, Object>> found = reader
                .sql("select * from calls where seq > :after and seq <= :last order by seq")
                .param("after", page.after())
                .param("last", page.last())
                .query(RowMap::read)
                .stream()) {
            found.forEach(row -> row(row, left.remove(RowMap.whole(row, "seq")), rows));
        }
        left.forEach(this::missing);
    }

    private void row(Map<String, Object> row, @Nullable Entry entry, EarlierRow rows) {
        rows.hash(row).ifPresent(hash -> {
            String id = String.valueOf(row.get("id"));
            calls++;
            if (entry == null) {
                inserted.accept(id);
            } else if (!entry.same(hash)) {
                faults.add("call " + Faults.shortened(id) + ", from before the chain: it was changed");
            }
        });
    }

    private void missing(long row, Entry entry) {
        if (entry.arrived() * 1000 < removedBefore) {
            removed++;
        } else {
            faults.add("the call of row " + row + ", from before the chain, which arrived at "
                    + Instant.ofEpochSecond(entry.arrived()) + ": it was removed");
        }
    }

    /** How many calls are from before the chain. */
    long calls() {
        return calls;
    }

    /** How many of them retention removed, of those of which that is still known. */
    long removed() {
        return removed;
    }
}

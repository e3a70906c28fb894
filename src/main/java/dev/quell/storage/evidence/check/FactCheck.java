package dev.quell.storage.evidence.check;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.chain.Merkle;
import dev.quell.storage.chain.StoredBlock;
import dev.quell.storage.chain.StoredBlock.Contents;
import dev.quell.storage.chain.StoredBlock.Listed;
import dev.quell.storage.evidence.RowMap;
import dev.quell.storage.journal.RowFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the facts of each block are those of the rows that point at them. */
final class FactCheck {

    /** Between ringing and answer: by so much an end's arrival may be later than its call's. */
    private static final long RINGING = 86_400_000;

    private final JdbcClient reader;
    private final Faults faults;
    private final RowFacts lines = new RowFacts();
    /** When a call first arrived, of calls that were screened again. */
    private final Map<String, Long> arrivals = new HashMap<>();

    private final Set<String> gone = new HashSet<>();
    /** How many facts have the row that points at them, by the column that does. */
    private final Map<String, Long> pointed = new HashMap<>();

    private final long removedBefore;
    private long facts;
    private long removed;

    /** @param removedBefore calls that arrived before it were removed by retention, unless they are held */
    FactCheck(JdbcClient reader, Faults faults, long removedBefore) {
        this.reader = reader;
        this.faults = faults;
        this.removedBefore = removedBefore;
    }

    /** The next block of facts. */
    void block(StoredBlock block) {
        String name = "block " + block.head().number();
        Contents contents = block.contents();
        if (contents == null) {
            faults.add(name + ": what it holds was removed");
            return;
        }
        List<Listed> listed = contents.listed();
        boolean sound = contents.leaves().length == 32 * block.head().count()
                && listed.size() == block.head().count();
        if (!sound || !block.head().facts().equals(Hashes.hex(Hashes.of(contents.list())))) {
            faults.add(name + ": its list of facts was changed");
        }
        if (!sound || !block.head().root().equals(Hashes.hex(Merkle.root(contents.leaves())))) {
            faults.add(name + ": its leaves were changed");
            return;
        }
        for (int index = 0; index < listed.size(); index++) {
            if (listed.get(index).kind() == 'V' || listed.get(index).kind() == 'E') {
                fact(block, contents, listed.get(index), index);
            } else {
                faults.add(name + ": it holds something that is no fact of a call");
            }
        }
    }

    private void fact(StoredBlock block, Contents contents, Listed listed, int index) {
        Optional<Map<String, Object>> found = reader.sql("select * from calls where id = :id")
                .param("id", listed.id())
                .query(RowMap::read)
                .optional();
        if (found.isEmpty()) {
            missing(listed);
            return;
        }
        Map<String, Object> row = found.get();
        facts++;
        boolean verdict = listed.kind() == 'V';
        long here = block.place(index).packed();
        long at = RowMap.whole(row, verdict ? "chain_v" : "chain_e");
        if (at == here) {
            pointed.merge(verdict ? "chain_v" : "chain_e", 1L, Long::sum);
            byte[] line = verdict ? lines.verdict(row, contents.salt(index)) : lines.end(row, contents.salt(index));
            if (!Arrays.equals(Hashes.leaf(line), contents.leaf(index))) {
                faults.add("call " + listed.id() + ": its " + (verdict ? "verdict" : "end") + " was changed");
            }
            arrived(listed, row, verdict);
        } else if (at > here && verdict) {
            arrivals.putIfAbsent(listed.id(), listed.arrived());
        } else {
            replaced(listed, row, at, here);
        }
    }

    private void replaced(Listed listed, Map<String, Object> row, long at, long here) {
        boolean verdict = listed.kind() == 'V';
        long ended = RowMap.whole(row, "chain_e");
        if (at < 0 || (verdict ? ended < 0 || ended > here : at > here)) {
            faults.add("call " + listed.id() + ": its " + (verdict ? "verdict" : "end")
                    + " was replaced by an older one or by none");
        }
    }

    private void arrived(Listed listed, Map<String, Object> row, boolean verdict) {
        if (verdict || (RowMap.whole(row, "chain_v") < 0 && row.get("action") == null)) {
            long wanted = verdict ? arrivals.getOrDefault(listed.id(), listed.arrived()) : listed.arrived();
            if (RowMap.whole(row, "arrived_at") != wanted) {
                faults.add("call " + listed.id() + ": the time of its arrival was changed");
            }
        }
    }

    private void missing(Listed listed) {
        boolean later = listed.kind() == 'E' || gone.contains(listed.id());
        if (listed.arrived() - (later ? RINGING : 0) < removedBefore) {
            removed++;
            gone.add(listed.id());
        } else {
            faults.add("call " + listed.id() + ": its row was removed");
        }
    }

    /** How many facts have the row that points at them. */
    long pointed(String column) {
        return pointed.getOrDefault(column, 0L);
    }

    /** How many facts' rows are there. */
    long facts() {
        return facts;
    }

    /** How many facts' rows retention removed. */
    long removed() {
        return removed;
    }
}

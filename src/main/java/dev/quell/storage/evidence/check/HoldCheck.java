package dev.quell.storage.evidence.check;

import dev.quell.storage.evidence.HeldCalls;
import dev.quell.storage.evidence.RowMap;
import dev.quell.storage.evidence.Unchained;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether legal holds are those that the chain's notes tell of, and keep what they kept. */
public final class HoldCheck {

    private final JdbcClient reader;
    private final Faults faults;

    HoldCheck(JdbcClient reader, Faults faults) {
        this.reader = reader;
        this.faults = faults;
    }

    /** What is wrong with the holds; retention must not go by them then. */
    public static List<String> faults(JdbcClient reader) {
        Faults found = new Faults();
        new HoldCheck(reader, found).holds(TrustedNotes.read(reader, found));
        return found.faults();
    }

    /** Compares the holds with their notes. */
    void holds(TrustedNotes notes) {
        Map<Long, Trusted> released = new HashMap<>();
        notes.of("RELEASE").forEach(note -> released.put(note.whole("hold", 0), note));
        Set<Long> noted = new HashSet<>();
        for (Trusted note : notes.of("HOLD")) {
            long id = note.whole("hold", 0);
            noted.add(id);
            List<Map<String, Object>> rows = reader.sql("select * from legal_holds where id = :id")
                    .param("id", id)
                    .query(RowMap::read)
                    .list();
            if (rows.isEmpty()) {
                faults.add("legal hold " + id + ": it was removed");
            } else if (!same(rows.getFirst(), note)) {
                faults.add("legal hold " + id + ": it was changed");
            } else if (!released(rows.getFirst(), released.get(id))) {
                faults.add("legal hold " + id + ": it was ended or begun again without a note of it");
            }
        }
        reader.sql("select id from legal_holds").query(Long.class).list().stream()
                .filter(id -> !noted.contains(id))
                .forEach(id -> faults.add("legal hold " + id + ": the chain has no note of it"));
    }

    private static boolean same(Map<String, Object> row, Trusted note) {
        return String.valueOf(row.getOrDefault("pattern", "*")).equals(note.detail("source"))
                && RowMap.whole(row, "from_at") == note.whole("from", -2)
                && RowMap.whole(row, "to_at") == note.whole("to", -2)
                && RowMap.whole(row, "until") == note.whole("until", -1)
                && RowMap.whole(row, "made_at") == note.at()
                && note.detail("who").equals(row.get("author"))
                && note.detail("why").equals(row.get("reason"));
    }

    private static boolean released(Map<String, Object> row, @org.jspecify.annotations.Nullable Trusted note) {
        return note == null
                ? !row.containsKey("released_at")
                : RowMap.whole(row, "released_at") == note.at()
                        && Objects.equals(row.get("released_by"), note.detail("who"));
    }

    /** Compares the calls that are kept beyond their time with what the last note of retention tells of them. */
    void kept(TrustedNotes notes) {
        List<Trusted> all = notes.of("RETENTION");
        for (int each = 1; each < all.size(); each++) {
            if (all.get(each).at() < all.get(each - 1).at()) {
                faults.tell("retention's note in block " + all.get(each).number()
                        + " is older than the one before it; was the clock set back?");
            }
        }
        all.stream()
                .filter(note -> note.whole("before", 0) > note.at() - note.whole("keeps", 0))
                .forEach(note -> faults.add("block " + note.number() + ": retention removed calls before their time"));
        if (all.isEmpty()) {
            return;
        }
        Trusted last = all.getLast();
        Unchained.Ids now = HeldCalls.before(reader, last.whole("before", 0), last.numbers("holds"));
        if (now.count() != last.whole("kept", 0) || !now.hash().equals(last.word("rows"))) {
            faults.add("of the calls under a legal hold there were " + last.whole("kept", 0) + " at " + last.moment()
                    + ", now " + now.count() + " or others");
        }
    }
}

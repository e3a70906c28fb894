package dev.quell.storage.evidence.check;

import dev.quell.evidence.chain.Canonical;
import dev.quell.evidence.chain.Hashes;
import dev.quell.storage.evidence.CarriedHolds;
import dev.quell.storage.evidence.HeldCalls;
import dev.quell.storage.evidence.RowMap;
import dev.quell.storage.evidence.Unchained;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether legal holds are those that the chain's notes tell of, and keep what they kept. */
public final class HoldCheck {

    /** The kind of the note that people accept faults by. */
    public static final String ACCEPTED = "ACCEPTED";

    /** What the last of too many faults says behind their number. */
    public static final String MORE = " more faults that are not told one by one";

    private static final Set<String> KINDS = Set.of("GENESIS", "KEY", "HOLD", "RELEASE", ACCEPTED);

    private final JdbcClient reader;
    private final Faults faults;
    private final Set<String> accepted = new HashSet<>();

    HoldCheck(JdbcClient reader, Faults faults) {
        this.reader = reader;
        this.faults = faults;
    }

    /** What is wrong with the holds and was not accepted; retention must not go by them then. */
    public static List<String> faults(JdbcClient reader) {
        Faults found = new Faults();
        TrustedNotes notes = TrustedNotes.read(reader, found, KINDS);
        HoldCheck check = new HoldCheck(reader, found);
        check.holds(notes);
        List<String> open = new ArrayList<>(found.faults());
        open.removeAll(check.accepted);
        long more = found.faulty() - found.faults().size();
        if (more > 0) {
            open.add(more + MORE);
        }
        return open;
    }

    /** Compares the holds with their notes. What people accepted is told, and no fault. */
    void holds(TrustedNotes notes) {
        accepted(notes);
        Map<Long, Trusted> released = new HashMap<>();
        notes.of("RELEASE").forEach(note -> released.put(note.whole("hold", 0), note));
        Set<Long> noted = new HashSet<>();
        for (Trusted note : notes.of("HOLD")) {
            long id = note.whole("hold", 0);
            noted.add(id);
            Optional<Map<String, Object>> row = reader.sql("select * from legal_holds where id = :id")
                    .param("id", id)
                    .query(RowMap::read)
                    .optional();
            if (row.isEmpty()) {
                fault("legal hold " + id + ": it was removed");
            } else if (!same(row.get(), note)) {
                fault("legal hold " + id + ": it was changed" + state(row.get()));
            } else if (!released(row.get(), released.get(id))) {
                fault("legal hold " + id + ": it was ended or begun again without a note of it" + state(row.get()));
            } else if (note.values().has(CarriedHolds.FROM)) {
                faults.tell("legal hold " + id + ": it was carried over from another chain at " + note.moment() + " by "
                        + Faults.shortened(note.detail("by")) + ", as its row read then");
            }
        }
        reader.sql("select * from legal_holds").query(RowMap::read).list().stream()
                .filter(row -> !noted.contains(RowMap.whole(row, "id")))
                .forEach(row -> fault("legal hold " + row.get("id") + ": the chain has no note of it" + state(row)));
    }

    private void accepted(TrustedNotes notes) {
        for (Trusted note : notes.of(ACCEPTED)) {
            List<String> sentences = note.words("faults");
            accepted.addAll(sentences);
            faults.tell("block " + note.number() + ": " + Faults.shortened(note.detail("who")) + " accepted at "
                    + note.moment() + ", because of \"" + Faults.shortened(note.detail("why")) + "\", that "
                    + String.join(
                            "; ", sentences.stream().map(Faults::shortened).toList()));
        }
    }

    private void fault(String sentence) {
        if (!accepted.contains(sentence)) {
            faults.add(sentence);
        }
    }

    /** What is accepted is what the row says now, and no later change of it. */
    private static String state(Map<String, Object> row) {
        return ", it reads " + Hashes.hex(Hashes.of(Canonical.of(row))).substring(0, 16) + " now";
    }

    private static boolean same(Map<String, Object> row, Trusted note) {
        return String.valueOf(row.getOrDefault("pattern", "*")).equals(note.detail("source"))
                && RowMap.whole(row, "from_at") == note.whole("from", -2)
                && RowMap.whole(row, "to_at") == note.whole("to", -2)
                && RowMap.whole(row, "until") == note.whole("until", -1)
                && RowMap.whole(row, "made_at") == note.whole("made", note.at())
                && note.detail("who").equals(row.get("author"))
                && note.detail("why").equals(row.get("reason"));
    }

    private static boolean released(Map<String, Object> row, @org.jspecify.annotations.Nullable Trusted note) {
        return note == null
                ? !row.containsKey("released_at")
                : RowMap.whole(row, "released_at") == note.whole("ended", note.at())
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

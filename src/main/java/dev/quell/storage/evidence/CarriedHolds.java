package dev.quell.storage.evidence;

import dev.quell.evidence.ChainReport;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.evidence.check.HoldCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The legal holds that go over into another chain, which people let begin: each is noted anew as its row says, and whether it was ended. What was wrong with them
 * then is told in the new chain's beginning.
 */
public final class CarriedHolds {

    /** The word of the beginning that tells it. */
    public static final String WRONG = "holds";

    /** The word of a note that names the chain the hold is from. */
    public static final String FROM = "carried";

    private CarriedHolds() {}

    /** What a former chain says against its holds; empty if nothing. */
    public static String wrong(JdbcClient reader) {
        List<String> faults = HoldCheck.faults(reader);
        return String.join("; ", faults.subList(0, Math.min(faults.size(), ChainReport.MOST)));
    }

    /**
     * Their notes.
     *
     * @param former the chain that they are from
     * @param by who let the other begin
     */
    static List<Draft> drafts(JdbcClient reader, String former, String by, long now) {
        List<Draft> drafts = new ArrayList<>();
        reader.sql("select * from legal_holds order by id")
                .query(RowMap::read)
                .list()
                .forEach(row -> {
                    drafts.add(new Draft(
                            "HOLD", now, values(row, "made", "made_at", former), words(row, "author", "reason", by)));
                    if (row.containsKey("released_at")) {
                        drafts.add(new Draft(
                                "RELEASE",
                                now,
                                values(row, "ended", "released_at", former),
                                words(row, "released_by", "released_because", by)));
                    }
                });
        return drafts;
    }

    private static Map<String, Object> values(Map<String, Object> row, String name, String column, String former) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "hold",
                RowMap.whole(row, "id"),
                "from",
                RowMap.whole(row, "from_at"),
                "to",
                RowMap.whole(row, "to_at"),
                name,
                RowMap.whole(row, column),
                FROM,
                former));
        if (row.containsKey("until")) {
            values.put("until", RowMap.whole(row, "until"));
        }
        return values;
    }

    private static Map<String, Object> words(Map<String, Object> row, String who, String why, String by) {
        return Map.of(
                "source",
                String.valueOf(row.getOrDefault("pattern", "*")),
                "who",
                String.valueOf(row.getOrDefault(who, "")),
                "why",
                String.valueOf(row.getOrDefault(why, "")),
                "by",
                by);
    }
}

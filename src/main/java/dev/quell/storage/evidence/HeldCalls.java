package dev.quell.storage.evidence;

import dev.quell.storage.jdbc.HeldRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls that holds keep beyond their time. */
public final class HeldCalls {

    /** Those that are old enough, sorted then; in the order of ids each row of the log would be read. */
    static final String BEFORE = "select id from calls indexed by calls_by_time where arrived_at < :before and "
            + HeldRows.keptBy(HeldRows.ONE_OF) + " order by +id";

    private HeldCalls() {}

    /** The holds that stand at a moment, by their numbers. */
    static List<Long> standing(JdbcClient reader, long now) {
        return reader.sql("select h.id from legal_holds h where " + HeldRows.STANDING + " order by h.id")
                .param("now", now)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /**
     * The calls that arrived before a moment and that some holds keep.
     *
     * @param holds their numbers, whether they stand or not
     */
    public static Unchained.Ids before(JdbcClient reader, long before, List<Long> holds) {
        return Unchained.of(reader.sql(BEFORE).param("before", before).param("holds", HeldRows.json(holds)));
    }
}

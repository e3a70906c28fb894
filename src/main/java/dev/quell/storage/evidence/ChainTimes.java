package dev.quell.storage.evidence;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in the chain a moment is. Its blocks' times rise with their numbers, but for corrections of the clock, so it is found in some twenty looks. */
final class ChainTimes {

    private final JdbcClient reader;

    ChainTimes(JdbcClient reader) {
        this.reader = reader;
    }

    private record Timed(long number, long at) {}

    /** The number of the first block that was made at a moment, epoch milliseconds, or later; that of the last block if none was. */
    long firstSince(long moment) {
        long low = 0;
        long high = reader.sql("select coalesce(max(number), 0) from chain_blocks")
                .query(Long.class)
                .single();
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<Timed> found = from(middle);
            if (found.isPresent() && found.get().number() < high && found.get().at() < moment) {
                low = found.get().number() + 1;
            } else {
                high = middle;
            }
        }
        return around(low, moment);
    }

    /** Where the clock was corrected an older block stands behind a newer one. */
    private long around(long number, long moment) {
        long to = number;
        Optional<Long> older;
        do {
            older = reader.sql(
                            "select number from chain_blocks where number >= :number and number < :number + 64"
                                    + " and number < (select max(number) from chain_blocks) and at < :moment order by number desc limit 1")
                    .param("number", to)
                    .param("moment", moment)
                    .query(Long.class)
                    .optional();
            to = older.orElse(to - 1) + 1;
        } while (older.isPresent());
        return to;
    }

    private Optional<Timed> from(long number) {
        return reader.sql("select number, at from chain_blocks where number >= :number order by number limit 1")
                .param("number", number)
                .query((row, index) -> new Timed(row.getLong("number"), row.getLong("at")))
                .optional();
    }
}

package dev.quell.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls of the records one page after the other, to be told to others. */
public final class JdbcCallPages {

    private final JdbcClient reader;

    public JdbcCallPages(JdbcClient reader) {
        this.reader = reader;
    }

    /** The place before the first call that arrived at a moment or later. */
    public long before(Instant from) {
        return reader.sql("select coalesce(min(seq), 1) - 1 from calls where arrived_at >= :from")
                .param("from", from.toEpochMilli())
                .query(Long.class)
                .single();
    }

    /** The place of the newest call. */
    public long last() {
        return reader.sql("select coalesce(max(seq), 0) from calls")
                .query(Long.class)
                .single();
    }

    /** The next rows after a place, with their {@code seq}, as far as a caller's history is made of them. */
    public List<Map<String, @Nullable Object>> after(long place, int limit) {
        return reader.sql("""
                        select seq, id, caller, arrived_at, line, profile, trunk, from_host, user_agent, codec, attestation, action, ended_at, answered,
                            side, outcome, conduct, disturbed
                        from calls where seq > :place order by seq limit :most""")
                .param("place", place)
                .param("most", limit)
                .query()
                .listOfRows();
    }
}

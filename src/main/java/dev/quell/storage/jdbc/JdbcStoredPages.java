package dev.quell.storage.jdbc;

import dev.quell.storage.memory.filter.StoredPages;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All callers over SQL, a portion at a time, so that no reading holds up the tidying of the database's log. */
public final class JdbcStoredPages implements StoredPages {

    private static final int PORTION = 10_000;

    private final JdbcClient reader;

    public JdbcStoredPages(JdbcClient reader) {
        this.reader = reader;
    }

    @Override
    public void callers(Consumer<String> each) {
        page("select distinct caller from calls where caller > :after order by caller limit :most", each);
    }

    @Override
    public void flagged(Consumer<String> each) {
        page("select distinct caller from flags where caller > :after order by caller limit :most", each);
    }

    private void page(String sql, Consumer<String> each) {
        String after = "";
        List<String> keys;
        do {
            keys = reader.sql(sql)
                    .param("after", after)
                    .param("most", PORTION)
                    .query((row, number) -> Rows.text(row, "caller"))
                    .list();
            keys.forEach(each);
            after = keys.isEmpty() ? after : keys.getLast();
        } while (keys.size() == PORTION);
    }
}

package dev.quell.storage.sqlite.read;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;

/** Spring's template, of which what a {@code JdbcClient} uses is done by readers: connection, statement, rows and what is made of each row. */
final class ReadTemplate extends JdbcTemplate {

    private final Readers readers;
    private final Runnable before;

    ReadTemplate(DataSource connections, Readers readers, Runnable before) {
        super(connections);
        this.readers = readers;
        this.before = before;
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter, ResultSetExtractor<T> rows) {
        before.run();
        Running running = new Running();
        return readers.ask(() -> super.query(running.watched(statement), setter, running.last(rows)), running);
    }

    @Override
    protected int update(PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter) {
        return readers.ask(() -> super.update(statement, setter), new Running());
    }

    /** The rows come in portions: whoever takes them slowly holds a connection, but no thread that others need. */
    @Override
    public <T extends @Nullable Object> Stream<T> queryForStream(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter, RowMapper<T> row) {
        before.run();
        Reading reading = readers.begin();
        try {
            return Portions.of(
                    reading,
                    reading.ask(() -> super.queryForStream(reading.running().watched(statement), setter, row)));
        } catch (RuntimeException e) {
            reading.end(() -> {});
            throw e;
        }
    }
}

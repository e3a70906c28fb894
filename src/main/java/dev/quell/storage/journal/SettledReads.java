package dev.quell.storage.journal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Questions of people, asked after the database has what was durable before the question. */
public final class SettledReads extends DelegatingDataSource {

    private final Journal journal;

    private SettledReads(DataSource readers, Journal journal) {
        super(readers);
        this.journal = journal;
    }

    /** A client for such questions. */
    public static JdbcClient of(DataSource readers, Journal journal) {
        return JdbcClient.create(new SettledReads(readers, journal));
    }

    @Override
    public Connection getConnection() throws SQLException {
        journal.settle();
        return super.getConnection();
    }
}

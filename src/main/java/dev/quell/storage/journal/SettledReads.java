package dev.quell.storage.journal;

import dev.quell.storage.sqlite.read.Readers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions of people, asked after the database has what was durable before the question. */
public final class SettledReads {

    private SettledReads() {}

    /** A client for such questions. */
    public static JdbcClient of(Readers readers, Journal journal) {
        return readers.client(journal::settle);
    }
}

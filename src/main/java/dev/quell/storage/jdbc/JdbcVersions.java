package dev.quell.storage.jdbc;

import dev.quell.calllog.ClassifierVersion;
import dev.quell.calllog.ClassifierVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions of rules and settings over SQL, to be read. */
public final class JdbcVersions implements ClassifierVersions {

    private final JdbcClient reader;

    public JdbcVersions(JdbcClient reader) {
        this.reader = reader;
    }

    @Override
    public Optional<ClassifierVersion> find(String name) {
        return reader.sql("select * from classifier_versions where version = :version")
                .param("version", name)
                .query(JdbcVersions::read)
                .optional();
    }

    private static ClassifierVersion read(ResultSet row, int number) throws SQLException {
        return new ClassifierVersion(Rows.text(row, "version"), Rows.instant(row, "since"), Rows.text(row, "settings"));
    }
}

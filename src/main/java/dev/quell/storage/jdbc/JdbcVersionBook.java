package dev.quell.storage.jdbc;

import dev.quell.calllog.ClassifierVersion;
import dev.quell.calllog.VersionBook;
import dev.quell.storage.database.Database;
import java.util.Optional;

/** Versions of rules and settings over SQL; never forgotten, as they are few. */
public final class JdbcVersionBook implements VersionBook {

    private final Database database;

    public JdbcVersionBook(Database database) {
        this.database = database;
    }

    @Override
    public void keep(ClassifierVersion version) {
        if (find(version.name()).isEmpty()) {
            database.writeNow(connection -> connection
                    .sql(
                            "insert into classifier_versions (version, since, settings) values (:version, :since, :settings)"
                                    + " on conflict (version) do nothing")
                    .param("version", version.name())
                    .param("since", version.since().toEpochMilli())
                    .param("settings", version.settings())
                    .update());
        }
    }

    @Override
    public Optional<ClassifierVersion> find(String name) {
        return new JdbcVersions(database.reader()).find(name);
    }
}

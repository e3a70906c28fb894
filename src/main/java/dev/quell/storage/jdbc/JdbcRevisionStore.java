package dev.quell.storage.jdbc;

import dev.quell.storage.database.Database;
import dev.quell.tuning.Revision;
import dev.quell.tuning.RevisionStore;
import dev.quell.tuning.TuningText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Saved rules over SQL, in the embedded database, which has those of all instances; never forgotten, as they are few. */
public final class JdbcRevisionStore implements RevisionStore {

    private final Database database;

    public JdbcRevisionStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Revision> latest(int most) {
        return latest(database.reader(), most);
    }

    /** The latest ones of a database that is only read. */
    public static List<Revision> latest(JdbcClient reader, int most) {
        return reader
                .sql("select * from rule_changes order by at desc, id desc limit :most")
                .param("most", most)
                .query()
                .listOfRows()
                .stream()
                .map(RuleChangeRow::read)
                .toList();
    }

    @Override
    public void add(Revision revision) {
        database.writeNow(connection -> add(connection, revision));
    }

    /** Adds one within a change of something else; tells the rows, 1. */
    public static int add(JdbcClient connection, Revision revision) {
        return connection
                .sql(
                        "insert into rule_changes (id, at, author, note, settings) values (:id, :at, :author, :note, :settings)")
                .param("id", revision.id())
                .param("at", revision.at().toEpochMilli())
                .param("author", revision.author())
                .param("note", revision.note())
                .param("settings", TuningText.write(revision.tuning()))
                .update();
    }
}

package dev.quell.storage;

import dev.quell.backtest.CallArchive;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.ClassifierVersions;
import dev.quell.evidence.ChainReport;
import dev.quell.report.SourceFacts;
import dev.quell.storage.evidence.check.ChainCheck;
import dev.quell.storage.jdbc.JdbcCallArchive;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.jdbc.JdbcSourceFacts;
import dev.quell.storage.jdbc.JdbcVersions;
import dev.quell.storage.sqlite.SqliteReader;
import dev.quell.tuning.trial.Records;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A service's records opened to be read from another process, also while the service runs. */
public final class OpenLog implements Records.Opened {

    private final SqliteReader reader;

    private OpenLog(SqliteReader reader) {
        this.reader = reader;
    }

    /**
     * Opens the records of a data directory.
     *
     * @throws RuntimeException with a sentence that says what to do, if there are none or they cannot be read
     */
    public static OpenLog of(Path dataDirectory) {
        return new OpenLog(SqliteReader.open(dataDirectory));
    }

    /** The call log. */
    public CallLog calls() {
        return new JdbcCallLog(reader.reader());
    }

    /** The rules and settings of its verdicts. */
    public ClassifierVersions versions() {
        return new JdbcVersions(reader.reader());
    }

    /** What reports are made of. */
    public SourceFacts sources() {
        return new JdbcSourceFacts(reader.reader());
    }

    /** What calls can be decided again from. */
    @Override
    public CallArchive archive() {
        return new JdbcCallArchive(reader.reader());
    }

    /**
     * Whether all of it is as the chain says.
     *
     * @param keys fingerprints of the keys that may have signed; none: they are told, and not compared
     * @param heads lines of logs that tell where the chain ended earlier; others are passed over
     */
    public ChainReport verify(Set<String> keys, List<String> heads) {
        return new ChainCheck(reader.reader()).run(keys, heads);
    }

    @Override
    public void close() {
        reader.close();
    }
}

package dev.quell.storage;

import dev.quell.backtest.CallArchive;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.ClassifierVersions;
import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.report.SourceFacts;
import dev.quell.storage.evidence.check.ChainCheck;
import dev.quell.storage.jdbc.JdbcCallArchive;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.storage.jdbc.JdbcSourceFacts;
import dev.quell.storage.jdbc.JdbcVersions;
import dev.quell.storage.sqlite.DatabaseIdentity;
import dev.quell.storage.sqlite.SqliteReader;
import dev.quell.tuning.Revision;
import dev.quell.tuning.trial.Records;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** A service's records opened to be read from another process, also while the service runs. */
public final class OpenLog implements Records.Opened {

    private final SqliteReader reader;
    private final Path directory;
    private final DatabaseIdentity opened;

    private OpenLog(SqliteReader reader, Path directory, DatabaseIdentity opened) {
        this.reader = reader;
        this.directory = directory;
        this.opened = opened;
    }

    /**
     * Opens the records of a data directory.
     *
     * @throws RuntimeException with a sentence that says what to do, if there are none or they cannot be read
     */
    public static OpenLog of(Path dataDirectory) {
        DatabaseIdentity identity = DatabaseIdentity.of(dataDirectory);
        return new OpenLog(SqliteReader.open(dataDirectory), dataDirectory, identity);
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

    /** When the rules that people saved last over the site's file were saved; empty if none were. */
    public Optional<Instant> rulesSaved() {
        return JdbcRevisionStore.latest(reader.reader(), 1).stream()
                .filter(last -> !last.tuning().none())
                .map(Revision::at)
                .findFirst();
    }

    /**
     * Whether all of it is as the chain says.
     *
     * @param keys fingerprints of the keys that may have signed; none: they are told, and not compared
     * @param heads lines of logs that tell where the chain ended earlier; others are passed over
     */
    public ChainReport verify(Set<String> keys, List<String> heads) {
        return verify(keys, heads, block -> {});
    }

    /** The same, compared with all that is known of it from elsewhere. A database that was put in its place meanwhile is a fault. */
    public ChainReport verify(KnownElsewhere known, LongConsumer pace) {
        ChainReport report = new ChainCheck(reader.reader(), pace).run(known);
        return opened.fault(DatabaseIdentity.of(directory)).map(report::but).orElse(report);
    }

    /**
     * The same beside other work.
     *
     * @param pace told now and then the block that is reached; it may rest, and what it throws ends the look
     */
    public ChainReport verify(Set<String> keys, List<String> heads, LongConsumer pace) {
        return verify(new KnownElsewhere(keys, Optional.empty(), heads, Set.of(), Set.of()), pace);
    }

    /** The last block that tells of something that was removed, held or put back; 0 if none does. */
    long lastChange() {
        return reader.reader()
                .sql("select coalesce(max(number), 0) from chain_blocks where kind in"
                        + " ('KEY', 'HOLD', 'RELEASE', 'RETENTION', 'DROPPED', 'RESTORE')")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        reader.close();
    }
}

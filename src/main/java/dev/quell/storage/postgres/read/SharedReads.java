package dev.quell.storage.postgres.read;

import dev.quell.calllog.CallLog;
import dev.quell.calllog.ClassifierVersion;
import dev.quell.calllog.VersionBook;
import dev.quell.report.Counters;
import dev.quell.report.Grouping;
import dev.quell.report.SourceFact;
import dev.quell.report.SourceFacts;
import dev.quell.storage.counters.JdbcCounters;
import dev.quell.storage.counters.SpanWalk;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.jdbc.JdbcSourceFacts;
import dev.quell.storage.jdbc.JdbcVersions;
import dev.quell.storage.postgres.PostgresStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people ask, answered from the record of all instances where it answers. */
public final class SharedReads implements AutoCloseable {

    private final JdbcClient reader;
    private final Asking asking;

    /** @param patience how long a question waits for the record; rows that come one by one are waited for as long as a statement may take */
    public SharedReads(PostgresStore store, Duration patience, Clock clock) {
        this.reader = store.database().reader();
        this.asking = new Asking(store, patience, clock);
    }

    /** The call log of all. */
    public CallLog callLog(CallLog own) {
        return new SharedCallLog(new JdbcCallLog(reader, SpanWalk.LATERAL), own, asking);
    }

    /** What reports are made of, of all. */
    public SourceFacts sourceFacts(SourceFacts own) {
        JdbcSourceFacts record = new JdbcSourceFacts(reader);
        return new SourceFacts() {
            @Override
            public void read(Grouping by, Instant from, Instant to, Consumer<SourceFact> each) {
                new RowByRow(asking)
                        .<SourceFact>read(
                                fact -> record.read(by, from, to, fact), fact -> own.read(by, from, to, fact), each);
            }
        };
    }

    /** The counters of all. What only this instance has as yet is not counted. */
    public Counters counters(Counters own) {
        return new SharedCounters(new JdbcCounters(reader), own, asking);
    }

    /** The versions, which every instance has; one that has just come up elsewhere is looked for in the record. */
    public VersionBook versions(VersionBook own) {
        JdbcVersions record = new JdbcVersions(reader);
        return new VersionBook() {
            @Override
            public void keep(ClassifierVersion version) {
                own.keep(version);
            }

            @Override
            public Optional<ClassifierVersion> find(String name) {
                return own.find(name).or(() -> asking.ask(() -> record.find(name), Optional::empty));
            }
        };
    }

    @Override
    public void close() {
        asking.close();
    }
}

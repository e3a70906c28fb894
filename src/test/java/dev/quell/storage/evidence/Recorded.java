package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.VersionBook;
import dev.quell.evidence.ChainReport;
import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.evidence.key.KeyLines;
import dev.quell.evidence.pack.MadePack;
import dev.quell.evidence.pack.PackOrder;
import dev.quell.evidence.pack.Packs;
import dev.quell.storage.Calls;
import dev.quell.storage.evidence.check.ChainCheck;
import dev.quell.storage.jdbc.HeldSoFar;
import dev.quell.storage.jdbc.JdbcRetention;
import dev.quell.storage.jdbc.JdbcVersionBook;
import dev.quell.storage.journal.Opened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** A database with calls that were taken in through the journal. */
record Recorded(Opened opened, Path directory, EvidenceKeys keys) implements AutoCloseable {

    static final CallerNumber OTHER = new CallerNumber.E164("+8613900139000");
    static final Duration KEPT = Duration.ofDays(90);

    /** A database whose chain has begun, or goes on. */
    static Recorded open(Path directory) {
        return open(directory, directory.resolve("evidence-key"));
    }

    /** The same with the key elsewhere. */
    static Recorded open(Path directory, Path key) {
        Recorded made = new Recorded(Opened.in(directory), directory, new EvidenceKeys(key));
        made.begin();
        return made;
    }

    /** Six calls: 1 to 4 of {@link Calls#CALLER}, screened and all but the fourth ended; 5 and 6 of another; all in a block or two. */
    static Recorded in(Path directory) {
        Recorded made = open(directory);
        for (int n = 1; n <= 4; n++) {
            made.opened().calls().screened(Calls.screened(n)).join();
        }
        for (int n = 1; n <= 3; n++) {
            made.opened()
                    .calls()
                    .concluded(Calls.concluded(Calls.screened(n), CallOutcome.SILENT))
                    .join();
        }
        made.other(5);
        made.other(6);
        made.opened().settle();
        return made;
    }

    /** A call of {@link #OTHER} that has been screened. */
    void other(int n) {
        opened.calls()
                .screened(Calls.screened(
                        n,
                        Calls.incoming(n, OTHER, Calls.NOW),
                        Calls.screened(n).verdict()))
                .join();
    }

    /** A call in a block of its own; tells the block's number. */
    long alone(int n) {
        opened.settle();
        other(n);
        opened.settle();
        return number("select chain_v >> 12 from calls where id = '" + Calls.id(n) + "'");
    }

    /** The same with another key. */
    Recorded with(EvidenceKeys others) {
        return new Recorded(opened, directory, others);
    }

    /** As a start does. */
    void begin() {
        beginning().begin();
    }

    ChainBeginning beginning() {
        return new ChainBeginning(opened.database(), keys, Clock.systemUTC());
    }

    EarlierCalls earlier() {
        return new EarlierCalls(opened.database(), keys, Clock.systemUTC());
    }

    /** What is done in the background after the first start. */
    void hashEarlier() {
        EarlierCalls calls = earlier();
        while (calls.step()) {
            assertThat(calls.isOpen()).isTrue();
        }
        assertThat(calls.isOpen()).isFalse();
    }

    /** The end is signed, and kept in the key's file. */
    void tell() {
        opened.settle();
        evidence().note("HEAD", Instant.now(Clock.systemUTC()), Map.of(), Map.of());
        var head = evidence().head();
        keys.ends(head.chain(), new KeyLines.End(head.number(), head.hash()));
    }

    ChainReport verify() {
        return verify(List.of());
    }

    ChainReport verify(List<String> heads) {
        return verify(known(heads));
    }

    ChainReport verify(KnownElsewhere known) {
        return new ChainCheck(opened.database().reader()).run(known);
    }

    /** What whoever may read the key's file knows. */
    KnownElsewhere known(List<String> heads) {
        EvidenceKey key =
                new EvidenceKeys(directory.resolve("evidence-key")).look().orElseThrow();
        return new KnownElsewhere(Set.of(key.fingerprint()), Optional.of(key.lines()), heads, Set.of(), Set.of());
    }

    String faults() {
        return String.join("\n", verify().faults());
    }

    int change(String sql) {
        return opened.database()
                .write(connection -> connection.sql(sql).update())
                .join();
    }

    long number(String sql) {
        return opened.database().reader().sql(sql).query(Long.class).single();
    }

    String text(String sql) {
        return opened.database().reader().sql(sql).query(String.class).single();
    }

    /** The line of the log that tells where the chain ends. */
    String head() {
        var head = evidence().head();
        return "host quell: CHAIN HEAD 2026-11-22T00:00:00Z sha256 " + head.hash() + " block " + head.line();
    }

    void note(String kind) {
        evidence().note(kind, Instant.now(Clock.systemUTC()), Map.of(), Map.of("who", "a"));
    }

    JdbcEvidence evidence() {
        return new JdbcEvidence(opened.database(), opened.database().reader(), keys, beginning());
    }

    JdbcHolds holds() {
        return new JdbcHolds(opened.database(), keys);
    }

    /** Retention's run; tells how many calls it deleted. */
    int retain(Instant now) {
        ChainKeeping keeping = new ChainKeeping(opened.database(), keys);
        JdbcRetention stored = JdbcRetention.holding(opened.database(), new HeldSoFar(), now);
        keeping.check();
        if (stored.isAnyCall(now.minus(KEPT))) {
            keeping.removing(KEPT, KEPT, now);
        }
        int calls = stored.calls(now.minus(KEPT));
        keeping.removed(now.minus(KEPT), now);
        return calls;
    }

    Packs packs(Instant now) {
        return packs(now, new EvidenceSettings.Recordings("", "{id}.wav"), DataSize.ofMegabytes(8));
    }

    Packs packs(Instant now, EvidenceSettings.Recordings recordings, DataSize most) {
        VersionBook versions = new JdbcVersionBook(opened.database());
        EvidenceSettings settings = new EvidenceSettings(
                directory.resolve("evidence-key"),
                100,
                most,
                "",
                recordings,
                new EvidenceSettings.Webhook("", false),
                new EvidenceSettings.Kept(Duration.ofDays(7), DataSize.ofMegabytes(8)));
        return new Packs(evidence(), settings, versions, keys, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A pack's bytes. */
    static byte[] make(Packs packs, PackOrder order) {
        try (MadePack pack = packs.make(order, done -> {})) {
            return Files.readAllBytes(pack.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}

package dev.quell.storage;

import dev.quell.evidence.ChainFindings;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.evidence.key.KeyLines.End;
import dev.quell.evidence.key.KeyLines.Leave;
import dev.quell.storage.evidence.CarriedHolds;
import dev.quell.storage.evidence.check.ChainLook;
import dev.quell.storage.sqlite.ChainClearing;
import dev.quell.storage.sqlite.ChainEnd;
import dev.quell.storage.sqlite.DatabaseFiles;
import dev.quell.storage.sqlite.DatabaseIdentity;
import dev.quell.storage.sqlite.SqliteReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person with access to the key's file does about a chain that the service does not sign any more. The service must be stopped. */
public final class ChainRepair {

    private ChainRepair() {}

    /**
     * Looks what is wrong with the chain; changes nothing.
     *
     * @param pace told now and then the block that is reached
     */
    public static ChainFindings look(Path dataDirectory, Path keyFile, LongConsumer pace) {
        Optional<EvidenceKey> key = new EvidenceKeys(keyFile).look();
        KnownElsewhere known = new KnownElsewhere(
                key.map(own -> Set.of(own.fingerprint())).orElse(Set.of()),
                key.map(EvidenceKey::lines),
                List.of(),
                Set.of(),
                Set.of());
        DatabaseIdentity before = DatabaseIdentity.of(dataDirectory);
        try (SqliteReader reader = SqliteReader.open(dataDirectory)) {
            ChainFindings found = ChainLook.of(reader.reader(), known, pace);
            before.fault(DatabaseIdentity.of(dataDirectory)).ifPresent(fault -> {
                throw new IllegalStateException(fault);
            });
            return found;
        }
    }

    /**
     * Lets the next start go on from where the chain ends now, whatever was told before.
     *
     * @param words who, and why; the chain is told
     * @param found what was found just before; the chain is told
     * @param changed whether it is accepted too that rows were changed or are missing
     * @return the number of the last block
     * @throws IllegalStateException if more is wrong than is accepted
     */
    public static long accept(
            Path dataDirectory, Path keyFile, Map<String, String> words, ChainFindings found, boolean changed) {
        DatabaseFiles.refuseIfHeld(dataDirectory);
        ChainEnd end = ChainEnd.of(dataDirectory);
        EvidenceKeys keys = new EvidenceKeys(keyFile);
        if (broken(keys, end).isPresent()) {
            throw new IllegalStateException(
                    "another chain was to begin in this database, which was broken off; run `quell chain begin` again");
        }
        if (end.number() == 0) {
            throw new IllegalStateException("the database has no chain that could be accepted; see quell chain begin");
        }
        if (end.number() != found.report().last()
                || !end.uid().equals(found.report().chain())
                || !end.hash().equals(found.report().head())) {
            throw new IllegalStateException("the database was changed while it was looked through; try again");
        }
        if (!found.harmless() && !changed) {
            throw new IllegalStateException(
                    found.changed()
                            + " faults are none that an older copy leaves: rows were changed or are missing. Nothing was accepted");
        }
        Map<String, String> told = new TreeMap<>(words);
        told.put(ChainFindings.FOUND, found.words());
        end.leave(keys, told);
        return end.number();
    }

    /**
     * Lets the next start begin another chain. All calls that are there are from before it; what the former chain proved is proved no more. It may be broken off,
     * and goes on when it is done again: until it is done the service signs nothing, and a look says so.
     *
     * @param words who, and why; the chain is told
     * @param done told now and then how many calls were looked at
     * @return the new chain
     */
    public static String begin(Path dataDirectory, Path keyFile, Map<String, String> words, LongConsumer done) {
        try (ChainClearing clearing = ChainClearing.open(dataDirectory)) {
            EvidenceKeys keys = new EvidenceKeys(keyFile);
            keys.get();
            refuseIfFixed(keyFile);
            Leave leave = begun(dataDirectory, keys, words);
            keys.leave(Optional.of(leave));
            clearing.clear(leave.chain(), done);
            keys.leave(Optional.of(new Leave(Leave.BEGIN, leave.chain(), leave.end(), leave.words())));
            return leave.chain();
        }
    }

    /** The beginning that was broken off, or a new one. */
    private static Leave begun(Path dataDirectory, EvidenceKeys keys, Map<String, String> words) {
        try (SqliteReader database = SqliteReader.open(dataDirectory)) {
            JdbcClient reader = database.reader();
            Map<String, String> told = new TreeMap<>(words);
            Optional<Leave> broken = ChainRepair.broken(keys, ChainEnd.of(dataDirectory));
            told.put(
                    CarriedHolds.WRONG,
                    broken.map(leave -> leave.words().getOrDefault(CarriedHolds.WRONG, ""))
                            .orElseGet(() -> CarriedHolds.wrong(reader)));
            String uid = broken.map(Leave::chain)
                    .orElseGet(() -> reader.sql("select lower(hex(randomblob(16)))")
                            .query(String.class)
                            .single());
            return new Leave(Leave.BEGINNING, uid, new End(0, ""), told);
        }
    }

    private static Optional<Leave> broken(EvidenceKeys keys, ChainEnd end) {
        return keys.get()
                .lines()
                .leave()
                .filter(leave ->
                        leave.kind().equals(Leave.BEGINNING) && leave.chain().equals(end.uid()));
    }

    /** What cannot be told to the key's file is not done to the database either. */
    private static void refuseIfFixed(Path keyFile) {
        Path folder = keyFile.toAbsolutePath().getParent();
        if (!Files.isWritable(keyFile) || (folder != null && !Files.isWritable(folder))) {
            throw new IllegalStateException(
                    keyFile + " and its folder must be writable; run this as the service's user, nothing was changed");
        }
    }

    /**
     * Makes another key, for which the present one vouches.
     *
     * @param former where the present one is put
     * @return the new key's fingerprint
     */
    public static String changeKey(Path dataDirectory, Path keyFile, Path former) {
        DatabaseFiles.refuseIfHeld(dataDirectory);
        EvidenceKeys keys = new EvidenceKeys(keyFile);
        keys.change(former);
        return keys.get().fingerprint();
    }
}

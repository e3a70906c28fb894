package dev.quell.storage.backup;

import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.sqlite.ChainEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The word that a restore leaves in the key's file: the chain over the call log may go on from the copy's end.
 *
 * @param fresh the key's file within the directory that is laid out; empty if the key lies elsewhere
 * @param other the key's file elsewhere; empty if it lies within
 * @param end where the copy's chain ends
 * @param words what the chain is told
 */
record ChainLeave(Optional<Path> fresh, Optional<Path> other, ChainEnd end, Map<String, String> words) {

    /**
     * Reckons it.
     *
     * @param keyFile where the service will look for the key
     * @param data the directory that is put aside
     * @param fresh the one that takes its place
     * @param made when the copy was made
     */
    static ChainLeave of(Path keyFile, Path data, Path fresh, Instant made) {
        Path key = keyFile.toAbsolutePath().normalize();
        ChainEnd end = ChainEnd.of(fresh);
        Map<String, String> words = new TreeMap<>(Map.of("made", made.toString()));
        look(key)
                .flatMap(former -> former.lines().end(end.uid()))
                .ifPresent(lost -> words.put("former", lost.number() + " " + lost.hash()));
        boolean within = key.startsWith(data);
        return new ChainLeave(
                within ? Optional.of(fresh.resolve(data.relativize(key))) : Optional.empty(),
                within ? Optional.empty() : Optional.of(key),
                end,
                words);
    }

    /** Leaves it in the directory that is laid out. */
    void within() {
        fresh.ifPresent(this::leave);
    }

    /** Leaves it elsewhere, when the directory is in its place. */
    void outside() {
        other.ifPresent(this::leave);
    }

    /** A key that is not there is made by the next start, which has signed no other chain. */
    private void leave(Path file) {
        if (Files.exists(file)) {
            end.leave(new EvidenceKeys(file), words);
        }
    }

    private static Optional<EvidenceKey> look(Path file) {
        try {
            return new EvidenceKeys(file).look();
        } catch (EvidenceFault e) {
            return Optional.empty();
        }
    }
}

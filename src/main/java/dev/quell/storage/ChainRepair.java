package dev.quell.storage;

import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.sqlite.ChainEnd;
import dev.quell.storage.sqlite.DatabaseFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a person with access to the key's file does about a chain that the service does not sign any more. The service must be stopped. */
public final class ChainRepair {

    private ChainRepair() {}

    /**
     * Lets the next start go on from where the chain ends now, whatever was told before.
     *
     * @param words who, and why; the chain is told
     * @return the number of the last block
     */
    public static long accept(Path dataDirectory, Path keyFile, Map<String, String> words) {
        DatabaseFiles.refuseIfHeld(dataDirectory);
        ChainEnd end = ChainEnd.of(dataDirectory);
        if (end.number() == 0) {
            throw new IllegalStateException("the database has no chain that could be accepted; see quell chain begin");
        }
        end.leave(new EvidenceKeys(keyFile), words);
        return end.number();
    }

    /**
     * Lets the next start begin another chain. All calls that are there are from before it; what the former chain proved is proved no more.
     *
     * @param words who, and why; the chain is told
     * @return the new chain
     */
    public static String begin(Path dataDirectory, Path keyFile, Map<String, String> words) {
        DatabaseFiles.refuseIfHeld(dataDirectory);
        EvidenceKeys keys = new EvidenceKeys(keyFile);
        keys.get();
        refuseIfFixed(keyFile);
        ChainEnd end = ChainEnd.anew(dataDirectory);
        end.leave(keys, words);
        return end.uid();
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

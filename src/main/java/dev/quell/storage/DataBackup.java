package dev.quell.storage;

import dev.quell.storage.backup.Backups;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A service's data directory as one file: its records, its journal and its tokens, not its settings. */
public final class DataBackup {

    private DataBackup() {}

    /**
     * What a copy holds.
     *
     * @param made when it was begun
     * @param database the version of the database in it
     * @param files how many files
     */
    public record Copy(Instant made, int database, int files) {}

    /**
     * Makes a copy, also while the service runs; a verdict of the last moments may be missing in it.
     *
     * @param file made anew, readable for its owner alone
     */
    public static Copy write(Path dataDirectory, Path file, Instant now) {
        return Backups.write(dataDirectory, file, now);
    }

    /**
     * Takes a copy back. The service must not run. What is there is put aside, not deleted.
     *
     * @param keyFile the key that signs evidence; the chain goes on from the copy's end by its leave
     * @return where the former directory was put; empty if there was none
     */
    public static Optional<Path> restore(Path file, Path dataDirectory, Path keyFile, Instant now) {
        return Backups.restore(file, dataDirectory, keyFile, now);
    }

    /** What a copy holds, after every file of it was looked at. */
    public static Copy look(Path file, Path scratch) {
        return Backups.look(file, scratch);
    }
}

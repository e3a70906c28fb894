package dev.quell.storage.backup;

import java.io.Serial;
import java.nio.file.Path;

/** Why a copy could not be made or taken back; the message says what to do. */
public final class BackupFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private BackupFault(String message) {
        super(message);
    }

    private BackupFault(String message, Throwable cause) {
        super(message, cause);
    }

    static BackupFault exists(Path file) {
        return new BackupFault(file + " is there already and was left as it is; give another name.");
    }

    static BackupFault foreign() {
        return new BackupFault("This is not a copy that `quell backup` made, or one of a newer Quell.");
    }

    static BackupFault damaged(String file) {
        return new BackupFault(
                "The copy is damaged: " + file + " is not what it was when the copy was made. Take an older copy.");
    }

    static BackupFault newer(int database, int known) {
        return new BackupFault("The copy's database has version " + database + ", this Quell knows versions up to "
                + known + ". Install the Quell that made it, then restore.");
    }

    static BackupFault failed(Path file, Throwable cause) {
        return new BackupFault(
                file + ": " + cause.getMessage() + ". Look at the path, its owner and the room on the disk.", cause);
    }
}

package dev.quell.storage.sqlite;

import java.io.Serial;
import java.nio.file.Path;
import org.springframework.boot.ExitCodeGenerator;

/** Why Quell cannot start on a database file; the message says what to do. */
public final class DatabaseFault extends RuntimeException implements ExitCodeGenerator {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int FAILED = 1;
    /** EX_CONFIG, at which the service is not started again by itself. */
    private static final int NOT_BY_A_RESTART = 78;

    private int exitCode = FAILED;

    private DatabaseFault(String message, Throwable cause) {
        super(message, cause);
    }

    private DatabaseFault(String message) {
        super(message);
    }

    static DatabaseFault notADirectory(Path directory) {
        return new DatabaseFault(
                directory + " is not a directory. Set quell.data-directory to one that Quell may write.");
    }

    /** A file or directory that this process may not write, or a disk that fails. */
    public static DatabaseFault notWritable(Path path, Throwable cause) {
        return new DatabaseFault(
                path + " cannot be written (" + cause.getMessage()
                        + "). Give it to the user that runs Quell, or set quell.data-directory to another place.",
                cause);
    }

    static DatabaseFault inUse(Path directory) {
        return new DatabaseFault("Another Quell already uses " + directory
                + ". Stop it, or give this one a quell.data-directory of its own.");
    }

    static DatabaseFault foreign(Path file) {
        return new DatabaseFault(file + " is not a database of Quell. It was left untouched:"
                + " move it away, or set quell.data-directory to another place.");
    }

    static DatabaseFault damaged(Path file, String how) {
        return new DatabaseFault(file + " is damaged (" + how + "). It was left untouched: restore it from a copy,"
                + " or move it away together with its -wal and -shm files to begin anew.");
    }

    static DatabaseFault newer(Path file, int known) {
        return new DatabaseFault(file + " was written by a newer Quell: its database version is above " + known
                + ". Start that version, or go back: stop Quell, move the file and its -wal and -shm away, and rename the copy that the upgrade left beside it ("
                + file.getFileName() + ".v" + known + ") or take your own back with `quell restore`.");
    }

    /** An upgrade that found the disk full. A restart would only find it full again. */
    static DatabaseFault noRoom(Path file, Throwable cause) {
        DatabaseFault fault = new DatabaseFault(
                "The disk is full: " + file
                        + " was not brought up to date and is as the older Quell left it, which can be started again."
                        + " Make about " + Math.max(1, file.toFile().length() >> 20)
                        + " MB free for the time of the upgrade, then start this one again.",
                cause);
        fault.exitCode = NOT_BY_A_RESTART;
        return fault;
    }

    static DatabaseFault older(Path file) {
        return new DatabaseFault(
                file + " was written by an older Quell. Start the service once: it brings the database up to date.");
    }

    static DatabaseFault absent(Path file) {
        return new DatabaseFault("There is no database at " + file
                + ". Set quell.data-directory to the service's, for example --quell.data-directory=/var/lib/quell;"
                + " the service makes the database at its first start.");
    }

    static DatabaseFault unreadable(Path file) {
        return new DatabaseFault(
                file + " may not be read by this user. Run the command as the user that runs the service,"
                        + " for example with: sudo -u quell.");
    }

    static DatabaseFault unusable(Path file, Throwable cause) {
        SqliteFault known = SqliteFault.of(cause);
        String advice = known.ofTheStore() ? ": " + known.advice() : "";
        return new DatabaseFault(file + " cannot be used (" + cause.getMessage() + ")" + advice, cause);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}

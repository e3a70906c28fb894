package dev.quell.storage.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** What can be wrong with the database file, and what to do about it. */
enum SqliteFault {
    FULL("the disk is full; make room, writing goes on by itself"),
    BUSY("another process holds the database; end it, writing goes on by itself"),
    READ_ONLY("the database file may not be written; check owner and mount"),
    IO("the disk fails; check it and the kernel log"),
    CORRUPT("the database file is damaged; stop Quell and restore it from a copy"),
    NOT_A_DATABASE("the file is not a database"),
    CANNOT_OPEN("the database file cannot be opened; check owner and mode"),
    /** The change itself was wrong; the store is well. */
    OTHER("");

    private final String advice;

    SqliteFault(String advice) {
        this.advice = advice;
    }

    /** What an administrator does about it. */
    String advice() {
        return advice;
    }

    /** Whether the store is to blame and not the change. */
    boolean ofTheStore() {
        return this != OTHER;
    }

    /** The fault behind an exception. */
    static SqliteFault of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return ofCode(sql.getErrorCode() & 0xff);
            }
        }
        return OTHER;
    }

    /** Whether a constraint, a type or a limit of size was in the way. */
    static boolean isRefusal(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return switch (SQLiteErrorCode.getErrorCode(sql.getErrorCode() & 0xff)) {
                    case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG -> true;
                    default -> false;
                };
            }
        }
        return false;
    }

    private static SqliteFault ofCode(int primary) {
        return switch (SQLiteErrorCode.getErrorCode(primary)) {
            case SQLITE_FULL -> FULL;
            case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
            case SQLITE_READONLY, SQLITE_PERM -> READ_ONLY;
            case SQLITE_IOERR, SQLITE_NOMEM -> IO;
            case SQLITE_CORRUPT -> CORRUPT;
            case SQLITE_NOTADB -> NOT_A_DATABASE;
            case SQLITE_CANTOPEN -> CANNOT_OPEN;
            default -> OTHER;
        };
    }
}

package dev.quell.storage.postgres;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a failure of PostgreSQL means, and what to do about it. */
public final class StoreWords {

    private StoreWords() {}

    /** One sentence for an administrator; never holds what the settings keep secret. */
    public static String of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreFault) {
                return line(cause);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return of(sql.getSQLState(), line(sql));
            }
        }
        return line(failure);
    }

    private static String of(String state, String message) {
        String advice = switch (state) {
            case "28P01", "28000" ->
                "it refuses the user; check spring.datasource.username and spring.datasource.password";
            case "3D000" -> "there is no such database; make it, or check spring.datasource.url";
            case "42501" -> "the user may not do that; let it own the database";
            case "53100" -> "its disk is full; make room there";
            case "53300" -> "it has too many connections; raise max_connections there";
            case "25006" -> "it takes no changes; is it a standby? Let spring.datasource.url name the primary";
            case "57P03", "57P01", "57P02" -> "it is starting or stopping";
            default -> state.startsWith("08") ? "it does not answer; check it and the network" : "";
        };
        return advice.isEmpty() ? message : advice + " (" + message + ")";
    }

    private static String line(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse("").strip();
    }
}

package dev.quell.tuning;

import java.time.Instant;
import java.util.Comparator;

/**
 * A tuning that somebody saved, never changed afterwards. The latest one holds; to go back to an earlier one is to save it again.
 *
 * @param id letters and digits, another for each
 * @param at when, later than that of every revision that was known to whoever saved it
 * @param author the id of the person
 * @param note why, 1 to 200 characters
 */
public record Revision(String id, Instant at, String author, String note, Tuning tuning) {

    /** The first is the one that holds. */
    public static final Comparator<Revision> LATEST_FIRST =
            Comparator.comparing(Revision::at).thenComparing(Revision::id).reversed();

    public Revision {
        if (!id.matches("[a-z0-9]{8,32}") || note.isBlank() || note.codePointCount(0, note.length()) > 200) {
            throw new IllegalArgumentException("no revision");
        }
    }
}

package dev.quell.review;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import java.time.Instant;

/**
 * A person's word about how one call was treated. A call has one an occasion, the last one given.
 *
 * @param arrivedAt when the call came
 * @param note in the person's words, at most 200 characters, may be empty
 * @param author the person's name
 * @param at when it was given
 */
public record Review(
        Occasion occasion,
        CallId call,
        CallerNumber caller,
        Instant arrivedAt,
        Judgement judgement,
        String note,
        String author,
        Instant at) {

    private static final int LONGEST = 200;

    public Review {
        if (author.isBlank()) {
            throw new IllegalArgumentException("a review needs the name of who gives it");
        }
        if (note.length() > LONGEST) {
            throw new IllegalArgumentException("a note has at most 200 characters, this one has " + note.length());
        }
    }
}

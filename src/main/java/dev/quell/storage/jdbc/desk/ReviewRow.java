package dev.quell.storage.jdbc.desk;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.storage.jdbc.people.Cells;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a review is read from its columns. */
public final class ReviewRow {

    private ReviewRow() {}

    /** What the table calls it. */
    public static String id(Review review) {
        return id(review.occasion(), review.call());
    }

    static String id(Occasion occasion, CallId call) {
        return occasion + "|" + call;
    }

    /**
     * The review of some columns.
     *
     * @throws IllegalArgumentException if they are none that this version knows
     */
    public static Review read(Map<String, @Nullable Object> row) {
        return new Review(
                Occasion.valueOf(Cells.text(row, "occasion")),
                CallId.parse(Cells.text(row, "call_id")),
                CallerNumber.ofKey(Cells.text(row, "caller")),
                Cells.time(row, "arrived_at").orElse(Instant.EPOCH),
                Judgement.valueOf(Cells.text(row, "judgement")),
                Cells.text(row, "note"),
                Cells.text(row, "author"),
                Cells.time(row, "at").orElse(Instant.EPOCH));
    }
}

package dev.quell.review;

import dev.quell.call.CallId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port to where reviews are kept. Writes are durable when they return. */
public interface ReviewStore {

    /** Keeps a review; the one of the same call and occasion before it is gone. */
    void put(Review review);

    /** The reviews of some calls on an occasion, in no order. */
    List<Review> of(Occasion occasion, Collection<CallId> calls);

    /** The newest reviews on an occasion, by when they were given. */
    default List<Review> newest(Occasion occasion, int limit) {
        return newest(occasion, Optional.empty(), limit);
    }

    /**
     * The newest of those behind a place.
     *
     * @param after empty: of all
     */
    List<Review> newest(Occasion occasion, Optional<Place> after, int limit);

    /** Where a review stands among the others of its occasion: by when it was given, then by call, both falling. */
    record Place(Instant at, CallId call) {

        /** The place of a review. */
        public static Place of(Review review) {
            return new Place(review.at(), review.call());
        }
    }

    /** What the reviews of calls that arrived in {@code [from, to)} came to. */
    Tally tally(Occasion occasion, Instant from, Instant to);
}

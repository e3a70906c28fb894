package dev.quell.review;

import dev.quell.call.CallId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The port to where reviews are kept. Writes are durable when they return. */
public interface ReviewStore {

    /** Keeps a review; the one of the same call and occasion before it is gone. */
    void put(Review review);

    /** The reviews of some calls on an occasion, in no order. */
    List<Review> of(Occasion occasion, Collection<CallId> calls);

    /** The newest reviews on an occasion, by when they were given. */
    List<Review> newest(Occasion occasion, int limit);

    /** What the reviews of calls that arrived in {@code [from, to)} came to. */
    Tally tally(Occasion occasion, Instant from, Instant to);
}

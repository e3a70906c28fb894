package dev.quell.web.reviews;

import dev.quell.calllog.LoggedCall;
import dev.quell.review.Judgement;
import dev.quell.review.Review;
import dev.quell.security.masking.Masking;
import dev.quell.web.calls.CallView;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that was treated, and what was said of it; the last four are absent if nothing was.
 *
 * @param judgement right: the caller was rightly kept from the agents; wrong: the caller should have got through; unsure: neither can be told
 */
record ReviewView(
        CallView call,
        @Nullable Judgement judgement,
        @Nullable String note,
        @Nullable String author,
        @Nullable Instant at) {

    static ReviewView of(LoggedCall call, Optional<Review> review) {
        return new ReviewView(
                CallView.of(call),
                review.map(Review::judgement).orElse(null),
                review.map(Review::note)
                        .filter(note -> !note.isEmpty())
                        .map(Masking::text)
                        .orElse(null),
                review.map(Review::author).orElse(null),
                review.map(Review::at).orElse(null));
    }
}

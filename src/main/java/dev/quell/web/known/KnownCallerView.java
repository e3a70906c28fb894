package dev.quell.web.known;

import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.known.KnownCaller.Origin;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A known caller as the REST interface shows it.
 *
 * @param until absent if it holds until it is taken back
 */
record KnownCallerView(
        String number,
        KnownAs kind,
        Origin origin,
        String author,
        Instant since,
        @Nullable Instant until) {

    static KnownCallerView of(KnownCaller known) {
        return new KnownCallerView(
                Masking.show(known.caller()),
                known.as(),
                known.origin(),
                known.author(),
                known.since(),
                known.until().orElse(null));
    }
}

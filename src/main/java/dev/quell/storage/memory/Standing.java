package dev.quell.storage.memory;

import dev.quell.call.CallerNumber;
import dev.quell.history.KnownAs;
import java.time.Instant;
import java.util.Set;

/** What is said of callers and of agents beside the records of calls. Answers at once. */
public interface Standing {

    /** As what the site knows a caller at a moment. */
    Set<KnownAs> known(CallerNumber caller, Instant at);

    /** How much an agent's flags count, 0 to 1. */
    double trust(String agent);

    /** Nobody is known, and every agent's flags count whole. */
    static Standing none() {
        return new Standing() {
            @Override
            public Set<KnownAs> known(CallerNumber caller, Instant at) {
                return Set.of();
            }

            @Override
            public double trust(String agent) {
                return 1;
            }
        };
    }
}

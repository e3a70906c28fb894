package dev.quell.classifier;

import dev.quell.call.Conduct;
import java.time.Duration;
import java.util.Set;

/**
 * What was heard within the call itself. Empty when the call arrives; known when a dialogue or the call has ended.
 *
 * @param conduct what the caller did
 * @param noMedia whether not one packet came
 * @param quietFor how long the caller had been without a sound, packets received; zero if a sound came or it is not known
 */
public record InCall(Set<Conduct> conduct, boolean noMedia, Duration quietFor) {

    /** Nothing is known yet. */
    public static final InCall NOTHING = new InCall(Set.of(), false, Duration.ZERO);

    public InCall {
        conduct = Set.copyOf(conduct);
    }
}

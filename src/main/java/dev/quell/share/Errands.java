package dev.quell.share;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The port through which an instance has another one do what it cannot do itself. What is said is at most 512 printable ASCII characters. */
public interface Errands {

    /**
     * Asks all other instances.
     *
     * @param kind what is wanted, a lower-case word
     * @param what about what
     * @param patience how long an answer may take
     * @return the first answer; empty if none of them can, none answers in time, or there are none. Never fails
     */
    CompletableFuture<Optional<String>> ask(String kind, String what, Duration patience);

    /**
     * Does errands of a kind for other instances from now on.
     *
     * @param worker does one and answers; empty if it cannot, so that another instance may. Runs on a thread that may wait
     */
    void serve(String kind, Function<String, Optional<String>> worker);

    /** Of an instance that is alone: nobody can be asked, and nobody asks. */
    static Errands alone() {
        return new Errands() {
            @Override
            public CompletableFuture<Optional<String>> ask(String kind, String what, Duration patience) {
                return CompletableFuture.completedFuture(Optional.empty());
            }

            @Override
            public void serve(String kind, Function<String, Optional<String>> worker) {
                // There is nobody whose errand it could be.
            }
        };
    }
}

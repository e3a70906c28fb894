package dev.quell.storage.memory;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The port by which instances tell each other of calls at once, after these are durable. What cannot be told is told later, by the records. */
public interface SharedCalls {

    /** Tells of a verdict. Never waits. */
    void screened(CallScreened call);

    /** Tells of an end; whether it is the first of this call that any instance told, as far as that can be found out within 50 ms. Fails if it cannot. */
    CompletableFuture<Boolean> ended(CallConcluded call);

    /** A call that another instance screened within the last day. */
    Optional<CallScreened> find(CallToken token);

    /** A call that another instance screened within the last day. */
    Optional<CallScreened> find(CallId id);

    /** Tells one, and asks it and then the other: what the first does not know, or cannot say, the other may. */
    static SharedCalls of(SharedCalls first, SharedCalls other) {
        return new SharedCalls() {
            @Override
            public void screened(CallScreened call) {
                first.screened(call);
            }

            @Override
            public CompletableFuture<Boolean> ended(CallConcluded call) {
                return first.ended(call).exceptionallyCompose(fault -> other.ended(call));
            }

            @Override
            public Optional<CallScreened> find(CallToken token) {
                return first.find(token).or(() -> other.find(token));
            }

            @Override
            public Optional<CallScreened> find(CallId id) {
                return first.find(id).or(() -> other.find(id));
            }
        };
    }

    /** Where there are no others. */
    static SharedCalls none() {
        return new SharedCalls() {
            @Override
            public void screened(CallScreened call) {
                // There is nobody to tell.
            }

            @Override
            public CompletableFuture<Boolean> ended(CallConcluded call) {
                return CompletableFuture.completedFuture(true);
            }

            @Override
            public Optional<CallScreened> find(CallToken token) {
                return Optional.empty();
            }

            @Override
            public Optional<CallScreened> find(CallId id) {
                return Optional.empty();
            }
        };
    }
}

package dev.quell.storage.redis.calls;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.fuzz.LogEar;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import java.util.List;
import java.util.Optional;

/** A live call as another instance keeps it in Redis: read whole, or not at all; a foreign value is no call and no exception. */
public final class CallFuzz implements FuzzTarget {

    private final LogEar log = new LogEar();

    @Override
    public List<byte[]> seeds() {
        return List.of(CallForm.write(Calls.screened(1)), CallForm.write(Calls.screened(2)));
    }

    @Override
    public List<String> words() {
        return List.of(
                "null",
                "{}",
                "[]",
                "\"caller\":\"\"",
                "\"caller\":\"i:\"",
                "\"caller\":null",
                "\"token\":\"x\"",
                "PT-1S",
                "1e999",
                "\"NONSENSE\"",
                "\"\"");
    }

    @Override
    public void read(byte[] input) {
        Optional<CallScreened> call = CallForm.read(input, Optional.of(Calls.token(1)));
        if (call.isPresent()) {
            Holds.that(call.get().token().equals(Calls.token(1)), "the token that was asked with");
            byte[] again = CallForm.write(call.get());
            Holds.that(
                    CallForm.read(again, Optional.of(Calls.token(1))).equals(call),
                    "the same when it is read again",
                    call);
        }
        log.check();
    }

    @Override
    public void close() {
        log.close();
    }
}

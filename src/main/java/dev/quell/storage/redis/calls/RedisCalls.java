package dev.quell.storage.redis.calls;

import dev.quell.call.CallerNumber;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Script;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What callers did, in Redis. Callers that identify nobody are not kept. */
final class RedisCalls {

    private static final Script TOLD = Script.of("told", ScriptOutputType.INTEGER);

    private final RedisLink link;
    private final String sender;
    private final Duration keep;
    private final Clock clock;

    /**
     * @param sender stands in the notices of this instance, so that it knows its own
     * @param keep how long calls are kept
     */
    RedisCalls(RedisLink link, String sender, Duration keep, Clock clock) {
        this.link = link;
        this.sender = sender;
        this.keep = keep;
        this.clock = clock;
    }

    /** How this instance signs what it tells. */
    String sender() {
        return sender;
    }

    /** Whether Redis is not asked now. */
    boolean away() {
        return link.away();
    }

    /** Writes an end whose call waits; whether it was the first of this call that any instance told. */
    CompletableFuture<Boolean> ended(ToldCall call) {
        return link.<Long>ask(redis -> write(redis, call)).thenApply(answer -> answer != 0);
    }

    /** Writes an arrival or an end that nobody waits for. */
    CompletableFuture<Boolean> told(ToldCall call) {
        return link.<Long>tell(redis -> write(redis, call)).thenApply(answer -> answer != 0);
    }

    private CompletableFuture<Long> write(RedisClusterAsyncCommands<String, byte[]> redis, ToldCall call) {
        int part = NearCache.part(call.caller());
        String[] keys = {Keys.caller(call.caller()), Keys.version(part)};
        return TOLD.run(
                redis,
                keys,
                call.id(),
                CallText.number(call.arrivedAt().toEpochMilli()),
                call.arrival(),
                call.end(),
                clock.millis(),
                keep.toMillis(),
                CallerProfile.MAX_CALLS,
                Keys.NOTICES,
                part + " " + sender + " " + (call.ends() ? "ended" : "arrived") + " "
                        + call.caller().key());
    }

    /** What is kept of a caller, oldest first; the call waits for it. */
    CompletableFuture<List<PastCall>> of(CallerNumber caller) {
        return link.<byte[]>ask(redis -> redis.get(Keys.caller(caller))).thenApply(RedisCalls::read);
    }

    private static List<PastCall> read(byte @Nullable [] text) {
        return text == null ? List.of() : CallText.read(new String(text, StandardCharsets.UTF_8));
    }
}

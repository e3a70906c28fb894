package dev.quell.storage.redis.calls;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.TokenHash;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls that live, in Redis by the hash of their token: what comes of a call may be told to another instance than the one that screened it. */
final class CallTokens {

    private static final Logger LOG = LoggerFactory.getLogger(CallTokens.class);

    /** Longer than any call lasts. */
    private static final Duration LIVING = Duration.ofHours(26);

    /** An end may be told again for so long. */
    private static final Duration ENDED = Duration.ofMinutes(30);

    private final RedisLink link;
    private final String self;

    /** @param self how this instance signs */
    CallTokens(RedisLink link, String self) {
        this.link = link;
        this.self = self;
    }

    /** Keeps a call that was screened; nobody waits for it. */
    void keep(CallScreened call) {
        String hash = TokenHash.of(call.token());
        byte[] bytes = CallForm.write(call);
        link.send(redis -> redis.set(Keys.token(hash), bytes, SetArgs.Builder.px(LIVING)));
        link.send(redis -> redis.set(
                Keys.call(call.call().id()), hash.getBytes(StandardCharsets.US_ASCII), SetArgs.Builder.px(LIVING)));
    }

    /** A call has ended and need not be kept for long; nobody waits for it. */
    void ended(CallToken token, CallId id) {
        String hash = TokenHash.of(token);
        link.send(redis -> redis.pexpire(Keys.token(hash), ENDED));
        link.send(redis -> redis.pexpire(Keys.call(id), ENDED));
    }

    /** Whether the end of a call without a caller's history is the first one told. Its own repetition is as first as it was. */
    CompletableFuture<Boolean> first(CallId id) {
        byte[] mark = self.getBytes(StandardCharsets.US_ASCII);
        return link.<byte[]>ask(redis ->
                        redis.setGet(Keys.ended(id), mark, SetArgs.Builder.nx().px(ENDED)))
                .thenApply(before -> before == null || Arrays.equals(before, mark));
    }

    Optional<CallScreened> find(CallToken token) {
        return waited(link.<byte[]>ask(redis -> redis.get(Keys.token(TokenHash.of(token)))))
                .flatMap(bytes -> CallForm.read(bytes, Optional.of(token)));
    }

    Optional<CallScreened> find(CallId id) {
        return waited(link.<byte[]>ask(redis -> redis.get(Keys.call(id))))
                .map(hash -> Keys.token(new String(hash, StandardCharsets.US_ASCII)))
                .flatMap(key -> waited(link.<byte[]>ask(redis -> redis.get(key))))
                .flatMap(bytes -> CallForm.read(bytes, Optional.empty()))
                .filter(call -> call.call().id().equals(id));
    }

    private Optional<byte[]> waited(CompletableFuture<byte[]> asked) {
        try {
            return Optional.ofNullable(asked.get(link.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Redis does not say which call this is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}

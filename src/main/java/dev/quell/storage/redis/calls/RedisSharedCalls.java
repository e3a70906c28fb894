package dev.quell.storage.redis.calls;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.memory.SharedCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells Redis of each call as soon as it is durable here. What does not fit or does not arrive is told by the records later. */
final class RedisSharedCalls implements SharedCalls {

    /** How much may be on its way at once. */
    private static final int MOST = 20_000;

    private final RedisCalls calls;
    private final CallTokens tokens;
    private final Confirmed confirmed;
    private final Counter left;
    private final AtomicInteger waiting = new AtomicInteger();

    RedisSharedCalls(RedisCalls calls, CallTokens tokens, Confirmed confirmed, MeterRegistry meters) {
        this.calls = calls;
        this.tokens = tokens;
        this.confirmed = confirmed;
        this.left = Counter.builder("quell.redis.left.to.records")
                .description("verdicts and ends that Redis did not take at once; the records tell them later")
                .register(meters);
        meters.gauge("quell.redis.telling", waiting);
    }

    @Override
    public void screened(CallScreened call) {
        if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
            left.increment();
            return;
        }
        tokens.keep(call);
        told(ToldCall.of(call));
    }

    private void told(ToldCall call) {
        if (call.caller().identifies()) {
            whenTold(calls.told(call), call);
        } else {
            waiting.decrementAndGet();
        }
    }

    private void whenTold(CompletionStage<Boolean> told, ToldCall call) {
        told.whenComplete((fresh, fault) -> {
            waiting.decrementAndGet();
            note(call, fault == null);
        });
    }

    private void note(ToldCall call, boolean taken) {
        if (taken) {
            confirmed.add(call);
        } else {
            left.increment();
        }
    }

    @Override
    public CompletableFuture<Boolean> ended(CallConcluded concluded) {
        ToldCall call = ToldCall.of(concluded, calls.sender());
        concluded.ended().token().ifPresent(token -> tokens.ended(token, call.id()));
        CompletableFuture<Boolean> told = call.caller().identifies() ? calls.ended(call) : tokens.first(call.id());
        return told.whenComplete((fresh, fault) -> note(call, fault == null));
    }

    @Override
    public Optional<CallScreened> find(CallToken token) {
        return tokens.find(token);
    }

    @Override
    public Optional<CallScreened> find(CallId id) {
        return tokens.find(id);
    }
}

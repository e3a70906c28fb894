package dev.quell.bench;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.storage.memory.PastCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A store in which every caller has one or two calls of the last 90 days, always the same for the same number. */
final class MadeUpCalls implements PastCalls {

    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final CallOutcome[] OUTCOMES = CallOutcome.values();

    @Override
    public List<PastCall> calls(CallerNumber caller, Instant from) {
        Random random = new Random(caller.key().hashCode());
        PastCall older = call(random, NOW.minusMillis(random.nextLong(3_888_000_000L, 7_776_000_000L)));
        PastCall newer = call(random, NOW.minusMillis(random.nextLong(3_888_000_000L)));
        return random.nextBoolean() ? List.of(newer) : List.of(older, newer);
    }

    @Override
    public List<PastFlag> flags(CallerNumber caller, Instant from) {
        return List.of();
    }

    private static PastCall call(Random random, Instant at) {
        CallOutcome outcome = OUTCOMES[random.nextInt(OUTCOMES.length)];
        return new PastCall(
                new CallId("pbx" + random.nextInt(8), at.getEpochSecond() + "." + random.nextInt(10_000_000)),
                at,
                "4001" + random.nextInt(200),
                Profile.STANDARD,
                "carrier" + random.nextInt(4),
                "198.51.100." + random.nextInt(100) + "|Dialler/" + random.nextInt(20) + "|alaw",
                Attestation.NONE,
                Duration.ofMillis(random.nextInt(300_000)),
                Duration.ofMillis(random.nextInt(300_000)),
                HangupSide.CALLER,
                outcome,
                outcome == CallOutcome.SHORT ? Set.of(Conduct.HUNG_UP_ON_VOICE) : Set.of());
    }
}

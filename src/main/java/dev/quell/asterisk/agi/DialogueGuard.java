package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.CallChannel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.asteriskjava.fastagi.AgiException;

/**
 * Asterisk's own clock on one dialogue: it takes the call back when a step lasts too long. Set to a step's length and 1.5 s; a short step goes on under
 * the guard that still stands when at least 1 s more than the step is left of it, and not more than setting it would give. Not safe for several threads.
 */
final class DialogueGuard {

    /** What Asterisk may take beyond a step's own length before the guard takes the call back. */
    static final Duration SPARE = Duration.ofMillis(1500);

    private static final Duration ENOUGH = Duration.ofSeconds(1);

    private final CallChannel channel;
    private final Clock clock;
    private Instant ends = Instant.MIN;

    DialogueGuard(CallChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /** Sees to it that a step which begins now is guarded. */
    void before(Duration step) throws AgiException {
        Duration guard = step.plus(SPARE);
        channel.expectReplyWithin(guard.plus(SPARE));
        Instant now = clock.instant();
        if (!stands(now, step, guard)) {
            channel.setVariable(
                    "TIMEOUT(absolute)", BigDecimal.valueOf(guard.toMillis(), 3).toPlainString());
            ends = now.plus(guard);
        }
    }

    private boolean stands(Instant now, Duration step, Duration guard) {
        return !ends.isBefore(now.plus(step).plus(ENOUGH)) && !ends.isAfter(now.plus(guard));
    }
}

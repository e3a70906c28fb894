package dev.quell.traffic.line;

import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.traffic.ConcludedCall;

/** How the calls of callers never seen before ended lately, and whether calls are as alike as a machine makes them. Half is forgotten in five minutes. */
final class NewcomerEndings {

    private static final long HALF_LIFE = 5 * 60_000L;
    private static final int LEAST = 8;
    private static final double MOSTLY = 0.5;
    private static final double HARDLY = 0.3;
    private static final int DURATIONS = 20;
    private static final int LEAST_DURATIONS = 10;
    private static final double ALIKE = 0.1;

    private final int[] durations = new int[DURATIONS];
    private int durationCount;
    private double ended;
    private double spoke;
    private long from = Long.MIN_VALUE;
    private long halved;

    /** Begins anew: only calls that arrived at or after a moment count. */
    void restart(long moment) {
        ended = 0;
        spoke = 0;
        durationCount = 0;
        from = moment;
    }

    void advance(long now) {
        for (int i = 0; i < 10 && now - halved >= HALF_LIFE; i++) {
            ended /= 2;
            spoke /= 2;
            halved += HALF_LIFE;
        }
        if (now - halved >= HALF_LIFE) {
            ended = 0;
            spoke = 0;
            durationCount = 0;
            halved = now;
        }
    }

    /** @param newcomer whether the caller had not called before */
    void add(ConcludedCall call, long arrived, boolean newcomer) {
        if (arrived < from) {
            return;
        }
        boolean sound = call.outcome() == CallOutcome.SPOKE || call.outcome() == CallOutcome.GOOD_TALK;
        if (newcomer && call.outcome().heard()) {
            ended++;
            spoke += sound ? 1 : 0;
        }
        if (call.side() == HangupSide.CALLER && call.answered().isPositive()) {
            durations[durationCount % DURATIONS] =
                    (int) Math.min(call.answered().toMillis(), Integer.MAX_VALUE);
            durationCount++;
        }
    }

    /** Whether enough have ended and mostly with speech, at lengths of their own. */
    boolean speak() {
        return ended >= LEAST && spoke >= MOSTLY * ended && !alike();
    }

    /** Whether enough have ended and hardly any with speech. */
    boolean hardlySpeak() {
        return ended >= LEAST && spoke < HARDLY * ended;
    }

    /** Whether the last calls that callers ended were of one length: coefficient of variation under a tenth. */
    boolean alike() {
        int count = Math.min(durationCount, DURATIONS);
        if (count < LEAST_DURATIONS) {
            return false;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            sum += durations[i];
            squares += (double) durations[i] * durations[i];
        }
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean)) < ALIKE * mean;
    }
}

package dev.quell.history;

import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import java.time.Duration;
import java.util.List;

/**
 * How often, how widely and how regularly a caller called before. A call that fades counts e^(-age/window), so that a steady caller counts as often as he called
 * within the window and nothing jumps at its edge.
 *
 * @param hour calls, fading with an hour, at most a day old
 * @param day calls, fading with a day, at most seven days old
 * @param lines different lines, fading with a day by the newest call to each, the line called now whole; at most 64
 * @param sameLine calls within 24 hours if all went to the line called now, else 0
 * @param gapSpread coefficient of variation of the newest gaps between arrivals, {@link #MOST_GAPS} at most, within 24 hours, the present call's among
 *     them; infinite with fewer than {@link #FEWEST_GAPS}
 * @param gaps how many gaps that is
 * @param redials calls within the hour after which the caller called again within 10 s of their end, now or then
 * @param rungOnce calls within 24 hours that the caller gave up before 3 s were over, unanswered
 */
public record CallerVolume(
        double hour, double day, double lines, int sameLine, double gapSpread, int gaps, int redials, int rungOnce) {

    /** Fewer gaps tell nothing about their regularity. */
    public static final int FEWEST_GAPS = 5;

    /** Older gaps are left out. */
    public static final int MOST_GAPS = 20;

    static CallerVolume of(List<PastCall> calls, IncomingCall present, long asOf) {
        Pass pass = new Pass(present, asOf, calls.size());
        for (int i = calls.size() - 1; i >= 0; i--) {
            PastCall call = calls.get(i);
            long at = call.arrivedAt().toEpochMilli();
            if (asOf - at > Pass.FORGOTTEN) {
                break;
            }
            if (Deeds.of(call, present)) {
                pass.see(call, at);
            }
        }
        return pass.result();
    }

    /** One way through the calls, the newest first. */
    private static final class Pass {

        private static final long HOUR = Duration.ofHours(1).toMillis();
        private static final long DAY = Duration.ofDays(1).toMillis();
        private static final long FORGOTTEN = 7 * DAY;
        private static final Duration RUNG_ONCE = Duration.ofSeconds(3);
        private static final long AGAIN = Duration.ofSeconds(10).toMillis();
        private static final Decay BY_HOUR = Decay.fading(Duration.ofHours(1));
        private static final Decay BY_DAY = Decay.fading(Duration.ofDays(1));

        private final String present;
        private final long asOf;
        private final LineCount seen;
        private long next;
        private double hour;
        private double day;
        private double lines;
        private int today;
        private boolean oneLine = true;
        private int gaps;
        private double gapSum;
        private double gapSquares;
        private int redials;
        private int rungOnce;

        Pass(IncomingCall call, long asOf, int calls) {
            this.present = call.line().number();
            this.asOf = asOf;
            this.seen = new LineCount(calls + 1);
            this.next = call.arrivedAt().toEpochMilli();
            this.lines = seen.add(present) ? 1 : 0;
        }

        void see(PastCall call, long at) {
            long age = asOf - at;
            double faded = BY_DAY.at(age);
            day += faded;
            if (seen.add(call.line())) {
                lines += faded;
            }
            if (age <= DAY) {
                seeToday(call, at, age);
            }
            next = at;
        }

        private void seeToday(PastCall call, long at, long age) {
            today++;
            hour += BY_HOUR.at(age);
            if (age <= HOUR && again(call, at)) {
                redials++;
            }
            oneLine = oneLine && call.line().equals(present);
            if (gaps < MOST_GAPS) {
                double gap = next - at;
                gaps++;
                gapSum += gap;
                gapSquares += gap * gap;
            }
            if (rungOnce(call)) {
                rungOnce++;
            }
        }

        /** A length of zero is not known. */
        private static boolean rungOnce(PastCall call) {
            return call.outcome() == CallOutcome.ABANDONED
                    && call.side() != HangupSide.OTHER
                    && call.lasted().isPositive()
                    && call.lasted().compareTo(RUNG_ONCE) < 0;
        }

        /** A call that was still up when the next came was not called again. */
        private boolean again(PastCall call, long at) {
            if (call.lasted().isZero()) {
                return false;
            }
            long gap = next - at - call.lasted().toMillis();
            return gap >= 0 && gap <= AGAIN;
        }

        CallerVolume result() {
            return new CallerVolume(hour, day, lines, oneLine ? today : 0, spread(), gaps, redials, rungOnce);
        }

        private double spread() {
            if (gaps < FEWEST_GAPS || gapSum <= 0) {
                return Double.POSITIVE_INFINITY;
            }
            double mean = gapSum / gaps;
            return Math.sqrt(Math.max(0, gapSquares / gaps - mean * mean)) / mean;
        }
    }
}

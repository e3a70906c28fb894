package dev.quell.history;

import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.IncomingCall;
import java.time.Duration;
import java.util.List;

/**
 * How a caller's earlier calls went. Calls whose outcome tells nothing are left out. Of silent calls, and of short ones, one per 10 minutes and three a
 * day count, so that whoever shows a stranger's number cannot ruin it in an afternoon.
 *
 * @param silent silent calls that count
 * @param shortOnes calls that count and that the caller hung up at once
 * @param heard calls that count
 * @param silentWeight the silent calls, each half as much every 14 days
 * @param shortWeight the short calls, likewise
 * @param heardWeight all that count, likewise
 * @param silentStreak silent calls that count in a row, the newest backwards; short ones are passed over
 * @param goodTalks long talks within 90 days
 * @param leftAtVoice calls within 30 days that the caller left as soon as a person spoke
 */
public record CallerOutcomes(
        int silent,
        int shortOnes,
        int heard,
        double silentWeight,
        double shortWeight,
        double heardWeight,
        int silentStreak,
        int goodTalks,
        int leftAtVoice) {

    static CallerOutcomes of(List<PastCall> calls, IncomingCall present, long asOf) {
        Pass pass = new Pass(asOf);
        for (int i = 0; i < calls.size(); i++) {
            PastCall call = calls.get(i);
            if (call.outcome() == CallOutcome.GOOD_TALK && !Deeds.vouches(call, present)) {
                continue;
            }
            if (call.outcome().heard() && (Deeds.of(call, present) || speaks(call.outcome()))) {
                pass.see(call);
            }
        }
        return pass.result();
    }

    private static boolean speaks(CallOutcome outcome) {
        return outcome == CallOutcome.SPOKE || outcome == CallOutcome.GOOD_TALK;
    }

    /** One way through the calls, the oldest first. */
    private static final class Pass {

        private static final Decay BY_AGE = Decay.halving(Duration.ofDays(14));
        private static final long TALKS = Duration.ofDays(90).toMillis();
        private static final long VOICES = Duration.ofDays(30).toMillis();

        private final long asOf;
        private final Spacing silences = new Spacing();
        private final Spacing shorts = new Spacing();
        private int silent;
        private int shortOnes;
        private int heard;
        private double silentWeight;
        private double shortWeight;
        private double heardWeight;
        private int streak;
        private int goodTalks;
        private int leftAtVoice;

        Pass(long asOf) {
            this.asOf = asOf;
        }

        void see(PastCall call) {
            long at = call.arrivedAt().toEpochMilli();
            long age = asOf - at;
            if (age <= VOICES && !call.conduct().isEmpty() && call.conduct().contains(Conduct.HUNG_UP_ON_VOICE)) {
                leftAtVoice++;
            }
            switch (call.outcome()) {
                case SILENT -> silent(at, BY_AGE.at(age));
                case SHORT -> hungUp(at, BY_AGE.at(age));
                case GOOD_TALK -> talked(age);
                default -> spoke(age);
            }
        }

        private void silent(long at, double weight) {
            if (silences.admits(at)) {
                silent++;
                silentWeight += weight;
                streak++;
                hear(weight);
            }
        }

        private void hungUp(long at, double weight) {
            if (shorts.admits(at)) {
                shortOnes++;
                shortWeight += weight;
                hear(weight);
            }
        }

        private void talked(long age) {
            if (age <= TALKS) {
                goodTalks++;
            }
            spoke(age);
        }

        private void spoke(long age) {
            streak = 0;
            hear(BY_AGE.at(age));
        }

        private void hear(double weight) {
            heard++;
            heardWeight += weight;
        }

        CallerOutcomes result() {
            return new CallerOutcomes(
                    silent, shortOnes, heard, silentWeight, shortWeight, heardWeight, streak, goodTalks, leftAtVoice);
        }
    }
}

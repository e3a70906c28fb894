package dev.quell.screening;

import dev.quell.call.Profile;
import dev.quell.call.SettingFaults;
import dev.quell.call.TalkReport;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of screening.
 *
 * @param journalWait how long a call waits for its verdict's row to be durable
 * @param holdout share of would-be diverted calls that pass all the same, 0 to 0.1
 */
@ConfigurationProperties(prefix = "quell.screening", ignoreUnknownFields = false)
public record ScreeningSettings(
        Mode mode, Duration journalWait, double holdout, Floor floor, TalkThreshold talkThreshold, Outcome outcome) {

    /** Whether verdicts are acted upon. */
    public enum Mode {
        /** Scored and logged, never routed. */
        OBSERVE,
        ENFORCE
    }

    /**
     * When the safety floor steps down to tagging: in {@code window}, over at least {@code minCalls} calls of which at least {@code minDiverted} were
     * diverted, their share is above {@code max(share, factor × the 7-day level)}.
     */
    public record Floor(Duration window, double share, double factor, int minCalls, int minDiverted) {}

    /** Talk detection's amplitude by the line's profile; 0: off. */
    public record TalkThreshold(
            int standard, @Name("protected") int protectedLines) {

        /** The amplitude on lines of a profile. */
        public int of(Profile profile) {
            return profile == Profile.PROTECTED ? protectedLines : standard;
        }
    }

    /**
     * What a call is taken for.
     *
     * @param silentAfter with an agent at least this long without speech: silent
     * @param shortUnder hung up by the caller sooner than this after answer: short
     * @param goodTalk with an agent at least this long: a good talk
     * @param speechBurst speech has one burst at least so long
     * @param speechSum speech lasts at least so long in sum
     */
    public record Outcome(
            Duration silentAfter, Duration shortUnder, Duration goodTalk, Duration speechBurst, Duration speechSum) {}

    public ScreeningSettings {
        SettingFaults faults = SettingFaults.in("quell.screening")
                .require(
                        journalWait.isPositive() && journalWait.compareTo(Duration.ofSeconds(1)) <= 0,
                        "journal-wait",
                        "must be longer than 0 and at most 1s, such as 100ms")
                .require(holdout >= 0 && holdout <= 0.1, "holdout", "must lie between 0 and 0.1, such as 0.01");
        check(floor, faults);
        check(talkThreshold, faults);
        check(outcome, faults);
        faults.throwIfAny();
    }

    private static void check(Floor floor, SettingFaults faults) {
        faults.require(
                        floor.window.compareTo(Duration.ofMinutes(1)) >= 0
                                && floor.window.compareTo(Duration.ofDays(1)) <= 0,
                        "floor.window",
                        "must be 1m to 24h, such as 15m")
                .require(
                        floor.share > 0 && floor.share <= 1,
                        "floor.share",
                        "must lie above 0 and at most 1, such as 0.02")
                .require(floor.factor >= 1, "floor.factor", "must be at least 1, such as 3")
                .require(
                        floor.minCalls > 0 && floor.minDiverted > 0,
                        "floor",
                        "min-calls and min-diverted must be at least 1, such as 300 and 20");
    }

    private static void check(TalkThreshold threshold, SettingFaults faults) {
        faults.require(
                threshold.standard >= 0
                        && threshold.standard <= 32_767
                        && threshold.protectedLines >= 0
                        && threshold.protectedLines <= 32_767,
                "talk-threshold",
                "an amplitude is 0 to 32767, such as { standard: 128, protected: 64 }");
    }

    private static void check(Outcome outcome, SettingFaults faults) {
        faults.require(
                        outcome.silentAfter.compareTo(Duration.ofSeconds(1)) >= 0,
                        "outcome.silent-after",
                        "must be at least 1s, such as 8s")
                .require(!outcome.shortUnder.isNegative(), "outcome.short-under", "must not be negative, such as 6s")
                .require(
                        outcome.goodTalk.compareTo(outcome.silentAfter) > 0,
                        "outcome.good-talk",
                        "must be longer than silent-after, such as 60s")
                .require(
                        outcome.speechBurst.isPositive() && outcome.speechSum.compareTo(outcome.speechBurst) >= 0,
                        "outcome.speech-burst",
                        "must be longer than 0 and at most speech-sum, such as 120ms and 400ms")
                .require(
                        outcome.speechSum.compareTo(TalkReport.ENOUGH) <= 0,
                        "outcome.speech-sum",
                        "must be at most 1s, such as 400ms: after so much speech nobody listens any more");
    }
}

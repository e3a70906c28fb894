package dev.quell.simulation.play;

import java.time.Duration;

/** Draws what talk detection reports of a caller in one call. */
final class VoiceMaker {

    /** One call in a thousand has a gap in the manager's events, our assumption. */
    private static final double BROKEN_STREAM = 0.001;

    /** Speech in −40 dBFS noise: the level falls under the threshold in pauses only if the line has dropouts, our assumption. */
    private static final double NOISE_WITH_PAUSES = 0.3;

    /** With discontinuous transmission the end of a burst may not be seen: nothing is sent that would be under the threshold. */
    private static final double DTX_WITH_ENDS = 0.6;

    private static final int ON_AND_ON = 1_000_000;

    private final Sound sound;
    private final boolean protectedLine;
    private final Dice dice;

    VoiceMaker(Sound sound, boolean protectedLine, Dice dice) {
        this.sound = sound;
        this.protectedLine = protectedLine;
        this.dice = dice;
    }

    /**
     * A voice.
     *
     * @param answered from arrival to answer
     * @param speaks from arrival to the first word, of those who speak
     */
    Voice voice(Duration answered, Duration speaks) {
        boolean whole = !dice.chance(BROKEN_STREAM);
        if (!dice.chance(sound.heard(protectedLine))) {
            return Voice.none(whole);
        }
        return switch (sound) {
            case SPEECH, QUIET_SPEECH -> talk(speaks, false, whole);
            case NOISY_SPEECH ->
                dice.chance(NOISE_WITH_PAUSES)
                        ? talk(speaks, false, whole)
                        : talk(answered.plusMillis(100), true, whole);
            case DTX_SPEECH -> talk(speaks, !dice.chance(DTX_WITH_ENDS), whole);
            case TONES -> bursts(speaks, 2.0, 3.0, ON_AND_ON, whole);
            case NOISE -> talk(answered.plusMillis(100), true, whole);
            case PLAYBACK -> bursts(answered.plus(dice.seconds(0.05, 0.25)), 7, 0.4, ON_AND_ON, whole);
            case SILENCE, DEAD_SILENCE ->
                bursts(answered.plus(dice.seconds(1, 15)), dice.chance(0.5) ? 0.45 : 0.2, 1, 1, whole);
            case COUGH -> bursts(answered.plus(dice.seconds(2, 15)), 0.15 + 0.15 * dice.share(), 1, 1, whole);
            case RUSTLE ->
                bursts(answered.plus(dice.seconds(1, 10)), 0.13 + 0.3 * dice.share(), 4, dice.between(1, 3), whole);
        };
    }

    private Voice talk(Duration onset, boolean endless, boolean whole) {
        return new Voice(onset, dice.seconds(0.6, 2.0), dice.seconds(0.5, 1.5), ON_AND_ON, endless, whole);
    }

    private static Voice bursts(Duration onset, double burst, double gap, int most, boolean whole) {
        return new Voice(
                onset,
                Duration.ofMillis((long) (burst * 1000)),
                Duration.ofMillis((long) (gap * 1000)),
                most,
                false,
                whole);
    }
}

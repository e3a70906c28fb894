package dev.quell.simulation.play;

import java.time.Duration;

/**
 * What a caller does in one call, whatever treatment it meets.
 *
 * @param sound what is heard of the caller
 * @param media whether packets come
 * @param stays with an agent until the caller hangs up
 * @param patience in the site's queue until the caller hangs up
 * @param underPrompts under a treatment until the caller hangs up
 * @param key the probability of pressing a key when asked for one
 * @param flagged the probability that the agent who has the call flags it
 * @param leavesOnVoice whether the caller hangs up as soon as a person speaks
 */
public record Manner(
        Sound sound,
        Media media,
        Duration stays,
        Duration patience,
        Duration underPrompts,
        double key,
        double flagged,
        boolean leavesOnVoice) {

    /** How long people wait for an agent or through prompts before they give up. */
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(3);

    /** Half of those asked press a key: a quarter of UK 999's silent callers would be high, and people with a need have a reason to. */
    private static final double USUAL_KEY = 0.5;

    /** One good call in 2,000 is flagged by mistake: a wrong button or a misunderstanding, our assumption. */
    private static final double WRONG_FLAG = 0.0005;

    /** An agent gives up on a silent call after three greetings, about 15 s; a silent caller who stays that long is flagged now and then. */
    private static final double SILENT_FLAG = 0.10;

    /** A person who wants to talk for so long. */
    public static Manner talking(Duration length) {
        return new Manner(
                Sound.SPEECH, Media.FULL, length, USUAL_PATIENCE, USUAL_PATIENCE, USUAL_KEY, WRONG_FLAG, false);
    }

    /** Somebody who says nothing and would stay so long. */
    public static Manner silent(Duration stays) {
        return new Manner(Sound.SILENCE, Media.FULL, stays, USUAL_PATIENCE, USUAL_PATIENCE, 0, SILENT_FLAG, false);
    }

    /** The same with another sound. */
    public Manner sounding(Sound other) {
        return new Manner(other, media, stays, patience, underPrompts, key, flagged, leavesOnVoice);
    }

    /** The same with other media. */
    public Manner over(Media other) {
        return new Manner(sound, other, stays, patience, underPrompts, key, flagged, leavesOnVoice);
    }

    /** The same, hanging up on an agent after so long. */
    public Manner staying(Duration other) {
        return new Manner(sound, media, other, patience, underPrompts, key, flagged, leavesOnVoice);
    }

    /** The same, giving up after so long. */
    public Manner waiting(Duration other) {
        return new Manner(sound, media, stays, other, underPrompts, key, flagged, leavesOnVoice);
    }

    /** The same, hanging up on a machine after so long. */
    public Manner bearingPrompts(Duration other) {
        return new Manner(sound, media, stays, patience, other, key, flagged, leavesOnVoice);
    }

    /** The same, pressing a key when asked with this probability. */
    public Manner pressing(double other) {
        return new Manner(sound, media, stays, patience, underPrompts, other, flagged, leavesOnVoice);
    }

    /** The same, flagged by the agent with this probability. */
    public Manner flaggedBy(double other) {
        return new Manner(sound, media, stays, patience, underPrompts, key, other, leavesOnVoice);
    }

    /** The same, hanging up as soon as a person speaks. */
    public Manner leavingOnVoice() {
        return new Manner(sound, media, stays, patience, underPrompts, key, flagged, true);
    }
}

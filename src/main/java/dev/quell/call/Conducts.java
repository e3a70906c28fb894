package dev.quell.call;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Says what a caller did in a call, from its end and from what was heard. Pure; live calls, the log and replays share it. What was decided about the
 * caller is not looked at, and an absence counts only where it would have been seen.
 */
public final class Conducts {

    /** Who hangs up so soon after an agent's answer left at the voice; whole seconds are told, so this is anything under 2 s. */
    public static final Duration AT_THE_VOICE = Duration.ofSeconds(1);

    /** Speech that begins so soon after answer was not an answer to anything. */
    public static final Duration AT_ONCE = Duration.ofMillis(300);

    /** An opening must be longer than this to have gone on over the greeting. */
    public static final Duration OVER_THE_GREETING = Duration.ofSeconds(5);

    /** Talks shorter than this say nothing about how much of them was speech. */
    public static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** One fiftieth: less speech than this part of a talk is hardly any. */
    private static final int HARDLY = 50;

    private Conducts() {}

    /**
     * What the caller did.
     *
     * @param listened whether talk detection was on
     */
    public static Set<Conduct> of(CallEnded end, TalkReport talk, boolean listened) {
        EnumSet<Conduct> seen = EnumSet.noneOf(Conduct.class);
        boolean whole = listened && talk.whole();
        boolean received = end.packets().orElse(0) > 0;
        add(seen, Conduct.PRESSED_KEY, has(end, WayStep.RESCUED_KEY) || has(end, WayStep.KEY));
        add(seen, Conduct.PRESSED_ASKED_KEY, has(end, WayStep.RESCUED_KEY));
        add(seen, Conduct.REPLIED, has(end, WayStep.RESCUED_SPEECH));
        add(seen, Conduct.HUNG_UP_ON_VOICE, hungUpOnVoice(end));
        add(seen, Conduct.TALKED_OVER_GREETING, whole && talkedOverGreeting(talk));
        add(seen, Conduct.HARDLY_SPOKE, whole && received && hardlySpoke(end, talk));
        add(seen, Conduct.NEVER_PAUSED, has(end, WayStep.NOISE));
        add(seen, Conduct.SILENT_TO_PROMPTS, listened && received && has(end, WayStep.RELEASE) && talk.soundless());
        return Set.copyOf(seen);
    }

    private static boolean hungUpOnVoice(CallEnded end) {
        return end.side() == HangupSide.CALLER
                && !end.agent().isEmpty()
                && end.withAgent()
                        .filter(talked -> talked.compareTo(AT_THE_VOICE) <= 0)
                        .isPresent();
    }

    private static boolean talkedOverGreeting(TalkReport talk) {
        return talk.opening()
                .filter(opening -> opening.after().compareTo(AT_ONCE) <= 0)
                .filter(opening -> opening.lasted().compareTo(OVER_THE_GREETING) > 0)
                .isPresent();
    }

    /** A sound that has begun and not ended may be speech, and after enough of it nobody may have listened: then it is not known. */
    private static boolean hardlySpoke(CallEnded end, TalkReport talk) {
        return talk.current().isZero()
                && !talk.enough()
                && end.withAgent()
                        .filter(talked -> talked.compareTo(LONG_ENOUGH) >= 0)
                        .filter(talked -> talk.total().multipliedBy(HARDLY).compareTo(talked) < 0)
                        .isPresent();
    }

    private static void add(Set<Conduct> seen, Conduct conduct, boolean holds) {
        if (holds) {
            seen.add(conduct);
        }
    }

    private static boolean has(CallEnded end, WayStep step) {
        return end.way().contains(step);
    }
}

package dev.quell.screening.ending;

import dev.quell.call.CallEnded;
import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.call.TalkReport;
import dev.quell.call.WayStep;
import dev.quell.call.Words;
import dev.quell.screening.ScreeningSettings.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * Says what a call turned out to be. Pure. The first of these that holds:
 *
 * <ol>
 *   <li>GOOD_TALK: with an agent for {@code good-talk} or longer, not flagged, packets not known to be none, and speech; also if speech could not
 *       be listened for the whole time, as no agent stays that long with nobody
 *   <li>SPOKE: rescued by key or speech, or a key in the deterrent queue
 *   <li>NO_MEDIA: answered, and not one packet came, or the listening dialogue said so
 *   <li>NOISE: the listening dialogue said so
 *   <li>SILENT: listened to until release, and no sound longer than a click
 *   <li>UNKNOWN: refused, or ended under a treatment and never with an agent: what a caller does to a machine says nothing
 *   <li>ABANDONED: never answered; whole seconds are told, so a call that an agent had for less than one was answered
 *   <li>SPOKE: speech was heard
 *   <li>SHORT: the caller hung up sooner than {@code short-under} after answer
 *   <li>ABANDONED: waited in a queue and no agent had the call
 *   <li>SILENT: with an agent for {@code silent-after} or longer, packets came, talk detection was on, its events were whole, and no sound
 *       longer than a click
 *   <li>UNKNOWN
 * </ol>
 */
public final class OutcomeJudge {

    private static final String TOO_SHORT = "a sound, too short to be told from speech";
    private static final Duration NOISE_AFTER = Duration.ofSeconds(15);

    private final Outcome settings;

    /** With what makes a call silent, short or good. */
    public OutcomeJudge(Outcome settings) {
        this.settings = settings;
    }

    /**
     * Judges a call.
     *
     * @param listened whether talk detection was on
     */
    public Judgement judge(CallEnded end, TalkReport talk, boolean listened) {
        boolean spoke = talk.spoke(settings.speechBurst(), settings.speechSum());
        boolean nothingCame = end.packets().isPresent() && end.packets().getAsLong() == 0;
        boolean wholly = listened && talk.whole();
        boolean talked = reaches(end, settings.goodTalk()) && !has(end, WayStep.FLAG);
        if (talked && !nothingCame && (spoke || !wholly)) {
            return new Judgement(CallOutcome.GOOD_TALK, goodTalk(end, spoke));
        }
        if (has(end, WayStep.RESCUED_KEY) || has(end, WayStep.KEY)) {
            return new Judgement(CallOutcome.SPOKE, "pressed a key");
        }
        if (has(end, WayStep.RESCUED_SPEECH)) {
            return new Judgement(CallOutcome.SPOKE, "spoke in the listening dialogue");
        }
        if (has(end, WayStep.NO_MEDIA) || (nothingCame && end.answered().isPositive())) {
            return new Judgement(CallOutcome.NO_MEDIA, "answered and not one packet came");
        }
        return treated(end, spoke, talk, listened);
    }

    private static String goodTalk(CallEnded end, boolean spoke) {
        String length = Words.count(end.withAgent().orElse(Duration.ZERO).toSeconds(), "second") + " with an agent";
        return spoke ? length + " and speech" : length + ", speech could not be listened for";
    }

    /** Calls that a treatment had; the others go on. */
    private Judgement treated(CallEnded end, boolean spoke, TalkReport talk, boolean listened) {
        if (has(end, WayStep.NOISE)) {
            return new Judgement(CallOutcome.NOISE, "sound that never paused");
        }
        if (has(end, WayStep.RELEASE)) {
            return released(end, talk);
        }
        if (has(end, WayStep.REJECT)) {
            return unknown("refused before answer");
        }
        if (endedUnderTreatment(end)) {
            return unknown("ended under a treatment");
        }
        return met(end, spoke, talk, listened);
    }

    private static Judgement released(CallEnded end, TalkReport talk) {
        if (end.packets().isEmpty()) {
            return unknown("released, and whether packets came is not known");
        }
        return talk.total().isPositive()
                ? unknown(TOO_SHORT)
                : new Judgement(CallOutcome.SILENT, "listened to until release: packets came and no speech");
    }

    /** Calls that went to the site's own queue or desk. */
    private Judgement met(CallEnded end, boolean spoke, TalkReport talk, boolean listened) {
        if (!end.answered().isPositive() && end.agent().isEmpty()) {
            return new Judgement(CallOutcome.ABANDONED, "never answered");
        }
        if (spoke) {
            return new Judgement(CallOutcome.SPOKE, "spoke");
        }
        if (end.side() == HangupSide.CALLER && end.answered().compareTo(settings.shortUnder()) < 0) {
            return new Judgement(CallOutcome.SHORT, "caller hung up " + Words.of(end.answered()) + " after answer");
        }
        if (end.agent().isEmpty() && !end.queue().isEmpty()) {
            return new Judgement(CallOutcome.ABANDONED, "left the queue before an agent");
        }
        return quiet(end, talk, listened);
    }

    /** Calls in which no speech was heard: silent only if it would have been. */
    private Judgement quiet(CallEnded end, TalkReport talk, boolean listened) {
        if (!reaches(end, settings.silentAfter())) {
            return unknown(
                    "with an agent for less than " + Words.of(settings.silentAfter()) + ", or not known how long");
        }
        if (end.packets().isEmpty()) {
            return unknown("no speech heard, and whether packets came is not known");
        }
        if (!listened) {
            return unknown("talk detection was off");
        }
        if (!talk.whole()) {
            return unknown("the manager events of that Asterisk were not whole");
        }
        if (talk.current().isPositive()) {
            return talk.current().compareTo(NOISE_AFTER) >= 0
                    ? new Judgement(CallOutcome.NOISE, "sound that never paused")
                    : unknown("a sound had begun and not ended");
        }
        if (talk.total().isPositive()) {
            return unknown(TOO_SHORT);
        }
        return new Judgement(
                CallOutcome.SILENT,
                Words.count(end.withAgent().orElse(Duration.ZERO).toSeconds(), "second")
                        + " with an agent, packets came and no speech");
    }

    private static boolean endedUnderTreatment(CallEnded end) {
        List<WayStep> way = end.way();
        boolean treated = has(end, WayStep.DETER) || has(end, WayStep.LISTEN) || has(end, WayStep.CHALLENGE);
        int back = Math.max(way.lastIndexOf(WayStep.QUEUE), way.lastIndexOf(WayStep.SUPERVISOR));
        int last = Math.max(
                way.lastIndexOf(WayStep.DETER),
                Math.max(way.lastIndexOf(WayStep.LISTEN), way.lastIndexOf(WayStep.CHALLENGE)));
        return treated && back < last && end.agent().isEmpty();
    }

    private static boolean reaches(CallEnded end, Duration least) {
        return end.withAgent().filter(talked -> talked.compareTo(least) >= 0).isPresent();
    }

    private static boolean has(CallEnded end, WayStep step) {
        return end.way().contains(step);
    }

    private static Judgement unknown(String because) {
        return new Judgement(CallOutcome.UNKNOWN, because);
    }
}

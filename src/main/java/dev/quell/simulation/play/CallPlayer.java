package dev.quell.simulation.play;

import dev.quell.call.HangupSide;
import dev.quell.call.Line;
import dev.quell.call.Profile;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.treatment.ChallengeDialogue;
import dev.quell.treatment.Dialogue;
import dev.quell.treatment.DialogueResult;
import dev.quell.treatment.ListenDialogue;
import dev.quell.treatment.TreatmentSettings;
import java.time.Duration;

/** Plays one call under the treatment that it met. */
public final class CallPlayer {

    /** From arrival to Asterisk's answer under a treatment. */
    private static final Duration ANSWER = Duration.ofMillis(300);

    /** The line-fault sentence before a release. */
    private static final Duration LINE_FAULT = Duration.ofSeconds(12);

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration DETERRENT = Duration.ofMinutes(2);

    private final TreatmentSettings treatment;

    /** With the dialogues' settings. */
    public CallPlayer(TreatmentSettings treatment) {
        this.treatment = treatment;
    }

    /**
     * What becomes of a call.
     *
     * @param action what was done with it
     * @param blocked whether the block list decided: then a key leads to redress and no further
     */
    public Course play(Manner manner, Line line, Desk desk, Action action, boolean blocked, Dice dice) {
        Tape tape = new Tape(manner.media());
        Talk talk = new Talk(manner, line, desk, dice, tape);
        tape.step(WayStep.valueOf(action.name()));
        switch (action) {
            case PASS, TAG -> {
                if (talk.queue()) {
                    flagged(talk, manner, line, dice, tape);
                }
            }
            case LISTEN -> treat(new ListenDialogue(treatment, line.profile()), talk, manner, line, dice, tape);
            case CHALLENGE -> treat(new ChallengeDialogue(treatment), talk, manner, line, dice, tape);
            case DETER -> deter(!blocked, talk, manner, line, dice, tape);
            case REJECT -> tape.hungUp(HangupSide.OTHER);
        }
        return tape.end();
    }

    /** What happens after the agent has flagged the call, if so. */
    private void flagged(Talk talk, Manner manner, Line line, Dice dice, Tape tape) {
        switch (talk.answer()) {
            case ENDED -> {}
            case FLAGGED_SILENT -> {
                tape.step(WayStep.LISTEN);
                Dialogue dialogue = new ListenDialogue(treatment, line.profile());
                result(lead(dialogue, manner, dice, tape), line, tape);
            }
            case FLAGGED -> {
                tape.step(WayStep.DETER);
                leave(false, talk, manner, dice, tape);
            }
        }
    }

    private void treat(Dialogue dialogue, Talk talk, Manner manner, Line line, Dice dice, Tape tape) {
        tape.advance(ANSWER);
        tape.answer(talk.voiceUnderPrompts());
        boolean on = result(lead(dialogue, manner, dice, tape), line, tape);
        if (on && talk.queue()) {
            flagged(talk, manner, line, dice, tape);
        }
    }

    private DialoguePlayer.Ended lead(Dialogue dialogue, Manner manner, Dice dice, Tape tape) {
        boolean listening = dialogue instanceof ListenDialogue;
        Duration first = listening ? treatment.listen().before() : Duration.ZERO;
        Duration asked = tape.now().plus(first).plus(dice.seconds(2.5, 12));
        Duration key = dice.chance(manner.key()) ? asked : NEVER;
        Duration leaves = tape.now().plus(manner.underPrompts());
        DialoguePlayer.Ended ended =
                new DialoguePlayer(tape.voice(), manner.media(), tape.now(), key, leaves).play(dialogue);
        tape.moveTo(ended.end());
        if (ended.result().isEmpty()) {
            tape.hungUp(HangupSide.CALLER);
        }
        return ended;
    }

    /** Takes a dialogue's result down; whether the call goes on to the site's queue. */
    private static boolean result(DialoguePlayer.Ended ended, Line line, Tape tape) {
        if (ended.result().isEmpty()) {
            return false;
        }
        DialogueResult result = ended.result().get();
        tape.step(WayStep.valueOf(result.name()));
        boolean on = switch (result) {
            case RESCUED_KEY, RESCUED_SPEECH, NOISE, NOT_HEARD, PASSED -> true;
            case NO_MEDIA -> line.profile() == Profile.PROTECTED;
            case RELEASE -> false;
        };
        if (on) {
            tape.step(WayStep.QUEUE);
        } else {
            tape.advance(LINE_FAULT);
        }
        return on;
    }

    private void deter(boolean back, Talk talk, Manner manner, Line line, Dice dice, Tape tape) {
        tape.advance(ANSWER);
        tape.answer(talk.voiceUnderPrompts());
        if (leave(back, talk, manner, dice, tape) && talk.queue()) {
            flagged(talk, manner, line, dice, tape);
        }
    }

    /** The deterrent queue; whether the call goes back to the site's queue. */
    private static boolean leave(boolean back, Talk talk, Manner manner, Dice dice, Tape tape) {
        Duration stays = manner.underPrompts().compareTo(DETERRENT) < 0 ? manner.underPrompts() : DETERRENT;
        Duration key = dice.chance(manner.key()) ? dice.seconds(5, 45) : NEVER;
        if (key.compareTo(stays) < 0) {
            tape.advance(key.plus(Duration.ofSeconds(8)));
            tape.step(WayStep.KEY);
            tape.step(WayStep.REDRESS);
            if (back) {
                tape.step(WayStep.QUEUE);
            }
            return back;
        }
        Duration wait = talk.wouldStay(stays);
        tape.advance(wait);
        boolean left = wait.compareTo(DETERRENT) < 0;
        tape.step(left ? WayStep.LEFT : WayStep.TIMEOUT);
        tape.hungUp(left ? HangupSide.CALLER : HangupSide.OTHER);
        return false;
    }
}

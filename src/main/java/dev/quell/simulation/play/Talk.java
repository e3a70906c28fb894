package dev.quell.simulation.play;

import dev.quell.call.HangupSide;
import dev.quell.call.Line;
import dev.quell.call.Profile;
import dev.quell.call.WayStep;
import dev.quell.flag.FlagReason;
import java.time.Duration;
import java.util.Optional;

/** A call's wait in the site's queue and its time with an agent. */
final class Talk {

    /** Of those who speak so many say "hello?" by themselves; the others answer the first prompt. Our assumption. */
    private static final double SPEAKS_UNASKED = 0.7;

    private static final String QUEUE = "service";

    private final Manner manner;
    private final Desk desk;
    private final Dice dice;
    private final Tape tape;
    private final VoiceMaker voices;

    Talk(Manner manner, Line line, Desk desk, Dice dice, Tape tape) {
        this.manner = manner;
        this.desk = desk;
        this.dice = dice;
        this.tape = tape;
        this.voices = new VoiceMaker(manner.sound(), line.profile() == Profile.PROTECTED, dice);
    }

    /** How a time with an agent ended. */
    enum After {
        ENDED,
        FLAGGED,
        FLAGGED_SILENT
    }

    /** What is heard of the caller from the moment a machine answers. */
    Voice voiceUnderPrompts() {
        Duration speaks = dice.chance(SPEAKS_UNASKED) ? dice.seconds(0.5, 4) : dice.seconds(8.5, 11);
        return voices.voice(tape.now(), tape.now().plus(speaks));
    }

    /** Waits in the site's queue, which rings without answering; whether an agent took the call. */
    boolean queue() {
        tape.queued(QUEUE);
        boolean first = tape.answered();
        Duration wait = Duration.ofSeconds(2).plus(dice.wait(Duration.ofSeconds(first ? 5 : 10)));
        if (manner.patience().compareTo(wait) < 0) {
            tape.advance(manner.patience());
            tape.hungUp(HangupSide.CALLER);
            return false;
        }
        tape.advance(wait);
        if (!tape.answered()) {
            Duration speaks = tape.now().plus(dice.seconds(0.8, 3));
            tape.answer(voices.voice(tape.now(), speaks));
        }
        return true;
    }

    /** The time with an agent. */
    After answer() {
        int agent = desk.pick(dice);
        Duration span = span();
        double flags = desk.flags(agent, manner.flagged());
        if (!manner.leavesOnVoice() && dice.chance(flags)) {
            return flag(agent, span);
        }
        tape.talked(desk.name(agent), span);
        return After.ENDED;
    }

    private After flag(int agent, Duration span) {
        Duration until = Duration.ofMillis((long) (span.toMillis() * (0.6 + 0.4 * dice.share())));
        tape.talked(desk.name(agent), until);
        boolean silent = !manner.sound().speech() && manner.sound() != Sound.PLAYBACK;
        FlagReason reason = silent ? FlagReason.SILENT : reason();
        boolean mistaken = manner.flagged() < 0.01 && dice.chance(Desk.TAKEN_BACK);
        Optional<Duration> undone = mistaken ? Optional.of(tape.now().plus(dice.seconds(20, 300))) : Optional.empty();
        tape.flagged(new RaisedFlag(tape.now(), desk.name(agent), reason, undone));
        tape.step(WayStep.FLAG);
        return silent ? After.FLAGGED_SILENT : After.FLAGGED;
    }

    private FlagReason reason() {
        return manner.sound() == Sound.PLAYBACK
                ? FlagReason.SALES
                : dice.chance(0.6) ? FlagReason.ABUSE : FlagReason.PRANK;
    }

    /** How long the caller is with the agent, and who hangs up. */
    private Duration span() {
        if (manner.leavesOnVoice()) {
            tape.hungUp(HangupSide.CALLER);
            return dice.seconds(1.2, 1.9);
        }
        Duration bears = agentBears();
        boolean caller = manner.stays().compareTo(bears) < 0;
        tape.hungUp(caller ? HangupSide.CALLER : HangupSide.OTHER);
        return caller ? manner.stays() : bears;
    }

    /** How long an agent stays on: three greetings where nobody can be heard, less with a recording, to the end with a person. */
    private Duration agentBears() {
        if (manner.media() == Media.NONE) {
            return dice.seconds(10, 20);
        }
        return switch (manner.sound()) {
            case SPEECH, QUIET_SPEECH, NOISY_SPEECH, DTX_SPEECH ->
                manner.stays().plusMillis(dice.between(-1, 1));
            case TONES -> dice.chance(0.5) ? manner.stays().plusSeconds(1) : dice.seconds(10, 25);
            case SILENCE, DEAD_SILENCE, COUGH, RUSTLE -> dice.seconds(10, 22);
            case NOISE -> dice.seconds(8, 20);
            case PLAYBACK -> dice.seconds(4, 20);
        };
    }

    /** How long the caller stays in the deterrent queue: a recording plays to its end, a person seldom waits it out. */
    Duration wouldStay(Duration most) {
        Duration drawn = Duration.ofSeconds(5).plus(dice.wait(Duration.ofSeconds(35)));
        return drawn.compareTo(most) < 0 ? drawn : most;
    }
}

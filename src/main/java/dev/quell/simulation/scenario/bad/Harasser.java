package dev.quell.simulation.scenario.bad;

import dev.quell.call.Line;
import dev.quell.simulation.play.Dice;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.FinishedCall;
import dev.quell.simulation.stage.Person;
import java.time.Duration;
import java.time.Instant;

/** One harasser: sessions of a few calls, minutes apart, who notices machines and sometimes adapts. */
final class Harasser {

    private static final int LONGEST_SESSION = 6;

    /** Hangs up as soon as an agent speaks: every seventh silent call, our assumption. */
    private static final double LEAVES_ON_VOICE = 0.15;

    /** A harasser who listens to agents hangs up on a machine, but not always: our assumption. */
    private static final double HANGS_UP_ON_MACHINE = 0.35;

    /** Agents flag half of the abuse they hear and a seventh of the silence they get, our assumption. */
    private static final double ABUSE_FLAGGED = 0.5;

    private static final double SILENCE_FLAGGED = 0.15;

    /** Having met a machine, gives up for the day, or learns to speak to it or to press a key. Our assumption. */
    private static final double GIVES_UP = 0.3;

    private static final double LEARNS = 0.1;

    private final Cast cast;
    private final Person person;
    private final double silent;
    private final Line line;
    private int left;
    private boolean learned;

    Harasser(Cast cast, Person person, double silent, Line line) {
        this.cast = cast;
        this.person = person;
        this.silent = silent;
        this.line = line;
    }

    /** Calls so often, spread over the run; what is given up is not made up for. */
    void calls(int count) {
        left = count;
        int days = cast.rhythm().days();
        int sessions = Math.max(1, (int) Math.ceil(count / 3.0));
        int each = (int) Math.ceil((double) count / sessions);
        for (int session = 0; session < sessions; session++) {
            int size = Math.min(LONGEST_SESSION, each + person.dice().between(0, 1));
            next(cast.rhythm().evening(person.dice().between(0, days - 1), person.dice()), size);
        }
    }

    private void next(Instant at, int session) {
        if (session == 0 || left == 0) {
            return;
        }
        left--;
        cast.stage().call(at, person, line, cast.desk(), manner(), (call, end) -> after(call, end, session - 1));
    }

    private void after(FinishedCall call, Instant end, int session) {
        Dice dice = person.dice();
        if (call.decided().applied().diverts()) {
            learned |= dice.chance(LEARNS);
            if (dice.chance(GIVES_UP)) {
                return;
            }
        }
        next(end.plus(Duration.ofSeconds(20)).plus(dice.wait(Duration.ofMinutes(4))), session);
    }

    private Manner manner() {
        Dice dice = person.dice();
        Manner manner = dice.chance(silent) ? silence(dice) : abuse(dice);
        return dice.chance(HANGS_UP_ON_MACHINE) ? manner.bearingPrompts(dice.seconds(5, 20)) : manner;
    }

    private Manner silence(Dice dice) {
        Manner manner = Manner.silent(dice.seconds(8, 90)).flaggedBy(SILENCE_FLAGGED);
        if (learned) {
            manner = manner.pressing(0.5);
        }
        return dice.chance(LEAVES_ON_VOICE) ? manner.leavingOnVoice() : manner;
    }

    private static Manner abuse(Dice dice) {
        return Manner.talking(dice.seconds(5, 55)).flaggedBy(ABUSE_FLAGGED).pressing(0.2);
    }
}

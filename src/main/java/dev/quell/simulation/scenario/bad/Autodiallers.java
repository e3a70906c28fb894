package dev.quell.simulation.scenario.bad;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Dice;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Sound;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Machines that dial all lines in turn at an even pace and play a recording, or wait for a voice. */
public final class Autodiallers implements Scenario {

    private static final int PEOPLE = 30;

    /** The others wait for a voice before they speak; the split is our assumption. */
    private static final double PLAYS_AT_ONCE = 0.6;

    private static final double FLAGGED = 0.2;

    @Override
    public String name() {
        return "autodiallers";
    }

    @Override
    public String what() {
        return "15–40 calls a day over all lines at an even pace, recordings";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.nuisance(cast.handsets().dubious(cast.dice()));
            boolean plays = cast.dice().chance(PLAYS_AT_ONCE);
            int day = cast.dice().between(0, cast.rhythm().days() - 1);
            dial(cast, person, plays, cast.rhythm().at(day, cast.dice().between(8, 12), 0));
        }
    }

    private static void dial(Cast cast, Person person, boolean plays, Instant from) {
        Dice dice = cast.dice();
        List<Line> lines = cast.site().lines();
        Duration gap = dice.seconds(90, 600);
        Instant at = from;
        int calls = dice.between(15, 40);
        for (int call = 0; call < calls; call++) {
            Manner recording =
                    Manner.talking(dice.seconds(15, 60)).flaggedBy(FLAGGED).pressing(0);
            Manner manner = plays ? recording.sounding(Sound.PLAYBACK) : recording;
            cast.stage().call(at, person, lines.get(call % lines.size()), cast.desk(), manner, Reaction.NONE);
            at = at.plus(gap.plusMillis((long) (gap.toMillis() * 0.04 * (dice.share() - 0.5))));
        }
    }
}

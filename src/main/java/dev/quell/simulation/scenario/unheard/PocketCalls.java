package dev.quell.simulation.scenario.unheard;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Sound;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Telephones that call from a pocket, now and then several times; some owners call later on purpose. */
public final class PocketCalls implements Scenario {

    private static final int PEOPLE = 400;

    /** Usually once; the tail is our assumption. */
    private static final double[] CALLS = {0.80, 0.13, 0.05, 0.02};

    @Override
    public String name() {
        return "pocket-calls";
    }

    @Override
    public String what() {
        return "rustle, no key, usually once";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.good();
            Line line = cast.anyLine();
            Instant at = cast.rhythm().usual(cast.dice());
            for (int calls = 1 + cast.dice().weighted(CALLS); calls > 0; calls--) {
                Sound sound = cast.dice().chance(0.5) ? Sound.RUSTLE : Sound.SILENCE;
                Manner manner = Manner.silent(Duration.ofMinutes(3)).sounding(sound);
                cast.stage().call(at, person, line, cast.desk(), manner, Reaction.NONE);
                at = at.plus(cast.dice().seconds(30, 1800));
            }
            GoodCaller.of(cast, person).calls(at.plus(cast.dice().seconds(3600, 200_000)), line);
        }
    }
}

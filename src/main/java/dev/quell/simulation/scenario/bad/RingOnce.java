package dev.quell.simulation.scenario.bad;

import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Callers who ring once and wait to be called back, dear to whoever does. */
public final class RingOnce implements Scenario {

    private static final int PEOPLE = 40;

    @Override
    public String name() {
        return "ring-once";
    }

    @Override
    public String what() {
        return "cancelled within 2 s of ringing, 3–12 times";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.nuisance(cast.handsets().dubious(cast.dice()));
            Instant at = cast.rhythm().usual(cast.dice());
            for (int calls = cast.dice().between(3, 12); calls > 0; calls--) {
                Manner manner =
                        Manner.silent(Duration.ofSeconds(1)).waiting(cast.dice().seconds(0.7, 1.9));
                cast.stage()
                        .call(
                                at,
                                person,
                                cast.anyLine(),
                                cast.desk(),
                                manner.bearingPrompts(manner.patience()),
                                Reaction.NONE);
                at = at.plus(cast.dice().seconds(60, 20_000));
            }
        }
    }
}

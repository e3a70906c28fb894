package dev.quell.simulation.scenario.good;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Somebody shows our number to the world, and 300 people call back: one call each, speaking, within ten minutes. */
public final class CallBackStorm implements Scenario {

    private static final int NUMBERS = 300;
    private static final int SECONDS = 600;

    @Override
    public String name() {
        return "call-back-storm";
    }

    @Override
    public String what() {
        return "300 numbers, one call each in 10 min, speaking";
    }

    @Override
    public void stage(Cast cast) {
        Line line = cast.site().lines().getFirst();
        Instant begin = cast.rhythm().at(cast.rhythm().days() / 2, 15, 10);
        for (int i = 0; i < NUMBERS; i++) {
            Manner manner =
                    Manner.talking(Duration.ofSeconds(10).plus(cast.dice().wait(Duration.ofSeconds(20))));
            Instant at = begin.plus(cast.dice().seconds(0, SECONDS));
            cast.stage().call(at, cast.good(), line, cast.desk(), manner, Reaction.NONE);
        }
    }
}

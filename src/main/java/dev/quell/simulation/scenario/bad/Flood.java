package dev.quell.simulation.scenario.bad;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Sound;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Twenty new numbers in 30 s on a line whose normal is at most two calls a minute. */
public final class Flood implements Scenario {

    private static final int NUMBERS = 20;
    private static final int SECONDS = 30;

    /** Good calls a day on the line: at most two in a usual minute. */
    private static final int USUAL = 120;

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String what() {
        return "20 new numbers in 30 s on a line with at most 2 calls a minute";
    }

    @Override
    public void stage(Cast cast) {
        Line line = cast.site().line("hotline", 20);
        for (int day = 0; day < cast.rhythm().days(); day++) {
            for (int call = 0; call < USUAL; call++) {
                GoodCaller.of(cast, cast.good()).calls(cast.rhythm().usual(day, cast.dice()), line);
            }
        }
        Instant begin = cast.rhythm().at(cast.rhythm().days() - 4, 14, 0);
        for (int i = 0; i < NUMBERS; i++) {
            Manner silent = Manner.silent(Duration.ofSeconds(20)).sounding(Sound.DEAD_SILENCE);
            Instant at = begin.plus(Duration.ofMillis(1000L * SECONDS * i / NUMBERS));
            cast.stage()
                    .call(
                            at,
                            cast.nuisance(cast.handsets().unsigned(cast.dice())),
                            line,
                            cast.desk(),
                            silent,
                            Reaction.NONE);
        }
    }
}

package dev.quell.simulation.scenario.bad;

import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Sound;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Denial of service by telephone: 500 calls in ten minutes to one line, new numbers, white noise, all as long as each other. */
public final class TelephoneDenialOfService implements Scenario {

    private static final int CALLS = 500;
    private static final int SECONDS = 600;

    @Override
    public String name() {
        return "tdos";
    }

    @Override
    public String what() {
        return "500 calls of white noise in 10 min on one line, new numbers";
    }

    @Override
    public void stage(Cast cast) {
        Instant begin = cast.rhythm().at(cast.rhythm().days() - 2, 11, 5);
        for (int i = 0; i < CALLS; i++) {
            Manner noise = Manner.silent(Duration.ofSeconds(45)).sounding(Sound.NOISE);
            Instant at = begin.plus(cast.dice().seconds(0, SECONDS));
            cast.stage()
                    .call(
                            at,
                            cast.nuisance(cast.handsets().unsigned(cast.dice())),
                            cast.site().lines().get(1),
                            cast.desk(),
                            noise,
                            Reaction.NONE);
        }
    }
}

package dev.quell.simulation.scenario.bad;

import dev.quell.call.Line;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Sound;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Silent calls at an even pace, as Heze's 120 line had them: 16 in 30 minutes. */
final class SilentSeries {

    static final int HEZE = 16;
    private static final Duration WITHIN = Duration.ofMinutes(30);

    private SilentSeries() {}

    /** So many calls of one caller within half an hour; each lasts until somebody ends it. */
    static void play(Cast cast, Person person, Line line, Instant from, int calls) {
        Duration gap = WITHIN.dividedBy(calls);
        Manner silent = Manner.silent(Duration.ofMinutes(1))
                .sounding(Sound.DEAD_SILENCE)
                .flaggedBy(0);
        for (int call = 0; call < calls; call++) {
            cast.stage().call(from.plus(gap.multipliedBy(call)), person, line, cast.desk(), silent, Reaction.NONE);
        }
    }
}

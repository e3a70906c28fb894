package dev.quell.simulation.scenario.good;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Frustrated customers: 5–15 calls a day to one line, speaking, some so angry that an agent flags them. */
public final class Repeaters implements Scenario {

    /** One good caller in 250, our assumption. */
    private static final int ONE_IN = 250;

    /** Anger that an agent takes for abuse: one call in 100, our assumption. */
    private static final double FLAGGED = 0.01;

    @Override
    public String name() {
        return "frustrated-repeaters";
    }

    @Override
    public String what() {
        return "5–15 calls a day to one line, speaking";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < Math.max(40, cast.callers() / ONE_IN); i++) {
            Person person = cast.good();
            Line line = cast.anyLine();
            int day = cast.dice().between(0, cast.rhythm().days() - 1);
            for (int more = cast.dice().between(1, 2); more > 0; more--) {
                day(cast, person, line, day + more - 1);
            }
        }
    }

    private static void day(Cast cast, Person person, Line line, int day) {
        Instant at =
                cast.rhythm().at(day, cast.dice().between(8, 14), cast.dice().between(0, 59));
        for (int call = cast.dice().between(5, 15); call > 0; call--) {
            Manner manner = Manner.talking(
                            Duration.ofSeconds(15).plus(cast.dice().wait(Duration.ofSeconds(100))))
                    .waiting(Duration.ofSeconds(10).plus(cast.dice().wait(Duration.ofSeconds(90))))
                    .flaggedBy(FLAGGED);
            cast.stage().call(at, person, line, cast.desk(), manner, Reaction.NONE);
            at = at.plus(Duration.ofMinutes(1)).plus(cast.dice().wait(Duration.ofMinutes(25)));
        }
    }
}

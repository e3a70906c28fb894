package dev.quell.simulation.scenario.good;

import dev.quell.simulation.Scenario;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import java.time.Duration;
import java.time.Instant;

/** An outage: many call one line within the hour, speak, give up waiting, and call again. */
public final class MassEvent implements Scenario {

    private static final int PEOPLE = 1500;

    @Override
    public String name() {
        return "mass-event";
    }

    @Override
    public String what() {
        return "an outage: 1500 callers in an hour on one line, impatient, speaking";
    }

    @Override
    public void stage(Cast cast) {
        Instant begin = cast.rhythm().at(cast.rhythm().days() / 3, 19, 30);
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.good();
            GoodCaller.of(
                            cast,
                            person,
                            manner -> manner.waiting(
                                    Duration.ofSeconds(4).plus(person.dice().wait(Duration.ofSeconds(20)))))
                    .calls(
                            begin.plus(cast.dice().seconds(0, 3600)),
                            cast.site().lines().get(3));
        }
    }
}

package dev.quell.simulation.scenario.unheard;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A trunk through which for ten minutes nothing is heard: its callers try again and again, until they are heard. */
abstract class TrunkFault implements Scenario {

    private static final int PEOPLE = 80;
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final String name;
    private final String what;
    private final int day;
    private final UnaryOperator<Manner> damage;

    TrunkFault(String name, String what, int day, UnaryOperator<Manner> damage) {
        this.name = name;
        this.what = what;
        this.day = day;
        this.damage = damage;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String what() {
        return what;
    }

    @Override
    public final void stage(Cast cast) {
        String trunk = cast.site().trunks().get(1);
        Instant begin = cast.rhythm().at(day, 10, 20);
        cast.stage().faults().add(trunk, begin, begin.plus(LASTS), damage);
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.good(cast.handsets().ordinary(cast.dice()).over(trunk));
            Instant at = begin.plus(cast.dice().between(Duration.ZERO, LASTS));
            tries(cast, person, cast.anyLine(), at, begin.plus(LASTS));
        }
    }

    /** Calls every half minute to two minutes until the fault is over, then once more. */
    private static void tries(Cast cast, Person person, Line line, Instant at, Instant healed) {
        if (!at.isBefore(healed)) {
            GoodCaller.of(cast, person).calls(at, line);
            return;
        }
        cast.stage()
                .call(
                        at,
                        person,
                        line,
                        cast.desk(),
                        Manner.talking(Duration.ofMinutes(3)),
                        (call, end) ->
                                tries(cast, person, line, end.plus(person.dice().seconds(20, 100)), healed));
    }
}

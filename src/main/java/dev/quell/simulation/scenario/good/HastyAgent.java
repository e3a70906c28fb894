package dev.quell.simulation.scenario.good;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Desk;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;

/** A desk of eight, one of whom flags two calls in three. */
public final class HastyAgent implements Scenario {

    private static final int PEOPLE = 400;
    private static final Desk DESK = new Desk(2001, 8, 1, 0.66);

    @Override
    public String name() {
        return "hasty-agent";
    }

    @Override
    public String what() {
        return "one agent of eight flags two calls in three";
    }

    @Override
    public void stage(Cast cast) {
        Line line = cast.site().line("club", 30);
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.good();
            GoodCaller caller = GoodCaller.of(cast, person).at(DESK);
            for (int calls = cast.dice().between(1, 6); calls > 0; calls--) {
                caller.calls(cast.rhythm().usual(cast.dice()), line);
            }
        }
    }
}

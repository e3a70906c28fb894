package dev.quell.simulation.scenario.unheard;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import java.util.function.UnaryOperator;

/** Good callers whose telephone or line makes them hard to hear. */
abstract class HardToHear implements Scenario {

    private final String name;
    private final String what;
    private final int people;
    private final UnaryOperator<Manner> damage;

    HardToHear(String name, String what, int people, UnaryOperator<Manner> damage) {
        this.name = name;
        this.what = what;
        this.people = people;
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
        for (int i = 0; i < people; i++) {
            GoodCaller caller = GoodCaller.of(cast, cast.good(), damage);
            Line line = cast.anyLine();
            for (int calls = cast.dice().between(1, 6); calls > 0; calls--) {
                caller.calls(cast.rhythm().usual(cast.dice()), line);
            }
        }
    }
}

package dev.quell.simulation.scenario.good;

import dev.quell.simulation.Scenario;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Handset;

/** Callers whose calls reach us diverted: the trunk asserts the diverting party. */
public final class Forwarded implements Scenario {

    private static final int PEOPLE = 400;

    @Override
    public String name() {
        return "call-forwarding";
    }

    @Override
    public String what() {
        return "diverted to us, the trunk asserts another number";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < PEOPLE; i++) {
            Handset caller = cast.handsets().ordinary(cast.dice());
            Handset office = cast.handsets().ordinary(cast.dice());
            GoodCaller good = GoodCaller.of(cast, cast.good(caller.forwardedBy(office.number())));
            for (int calls = cast.dice().between(1, 3); calls > 0; calls--) {
                good.calls(cast.rhythm().usual(cast.dice()), cast.anyLine());
            }
        }
    }
}

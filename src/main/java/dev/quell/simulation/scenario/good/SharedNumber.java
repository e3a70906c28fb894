package dev.quell.simulation.scenario.good;

import dev.quell.simulation.Scenario;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;

/** Hotels and companies: one number, many people, several lines, 8–24 calls a day. */
public final class SharedNumber implements Scenario {

    private static final int HOUSES = 25;

    @Override
    public String name() {
        return "shared-number";
    }

    @Override
    public String what() {
        return "a hotel or company: one number, many people, several lines";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < HOUSES; i++) {
            Person house = cast.good();
            GoodCaller guest = GoodCaller.of(cast, house);
            for (int day = 0; day < cast.rhythm().days(); day++) {
                for (int calls = cast.dice().between(8, 24) / (day % 7 < 5 ? 1 : 3); calls > 0; calls--) {
                    guest.calls(cast.rhythm().usual(day, cast.dice()), cast.anyLine());
                }
            }
        }
    }
}

package dev.quell.simulation.scenario.good;

import dev.quell.call.Line;
import dev.quell.history.KnownAs;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;

/** The bulk: one to three calls of minutes. */
public final class Customers implements Scenario {

    /** How many call once, twice, three times in the run; the split is our assumption. */
    private static final double[] CALLS = {0.60, 0.25, 0.15};

    /** Callers whose number the site knows, our assumption: few sites hand their list over. */
    private static final double KNOWN = 0.10;

    /** Second and third calls that go to another line, our assumption. */
    private static final double OTHER_LINE = 0.2;

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String what() {
        return "1–3 calls of minutes, with everyday mishaps";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < cast.callers(); i++) {
            Person person = cast.good();
            if (cast.dice().chance(KNOWN)) {
                cast.stage().know(cast.rhythm().begin(), person.handset().number(), KnownAs.CUSTOMER);
            }
            GoodCaller caller = GoodCaller.of(cast, person);
            int calls = 1 + cast.dice().weighted(CALLS);
            Line line = cast.anyLine();
            for (int call = 0; call < calls; call++) {
                boolean other = call > 0 && cast.dice().chance(OTHER_LINE);
                caller.calls(cast.rhythm().usual(cast.dice()), other ? cast.anyLine() : line);
            }
        }
    }
}

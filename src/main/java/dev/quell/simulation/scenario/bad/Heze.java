package dev.quell.simulation.scenario.bad;

import dev.quell.simulation.Scenario;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Handset;
import dev.quell.simulation.stage.Identity;

/** One number, 16 silent calls in 30 minutes over one trunk with one fingerprint of its own. */
public final class Heze implements Scenario {

    @Override
    public String name() {
        return "heze";
    }

    @Override
    public String what() {
        return "16 silent calls in 30 min, one trunk, one rare fingerprint";
    }

    @Override
    public void stage(Cast cast) {
        Handset handset =
                cast.handsets().unsigned(cast.dice()).with(cast.handsets().rare("heze"));
        SilentSeries.play(
                cast,
                cast.traceable(Identity.FINGERPRINT, handset),
                cast.site().lines().getFirst(),
                cast.rhythm().at(3, 20, 0),
                SilentSeries.HEZE);
    }
}

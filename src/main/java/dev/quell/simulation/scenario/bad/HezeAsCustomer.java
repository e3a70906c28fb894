package dev.quell.simulation.scenario.bad;

import dev.quell.history.KnownAs;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Handset;
import dev.quell.simulation.stage.Person;
import java.time.Duration;
import java.time.Instant;

/** Heze's pattern with a customer's number: whoever it is, the customer must not pay for it. */
public final class HezeAsCustomer implements Scenario {

    @Override
    public String name() {
        return "heze-as-customer";
    }

    @Override
    public String what() {
        return "the same pattern with a customer's number";
    }

    @Override
    public void stage(Cast cast) {
        Person customer = cast.good(cast.handsets().unsigned(cast.dice()));
        cast.stage().know(cast.rhythm().begin(), customer.handset().number(), KnownAs.CUSTOMER);
        Handset handset = customer.handset().with(cast.handsets().rare("poison"));
        Instant begin = cast.rhythm().at(4, 20, 0);
        SilentSeries.play(cast, cast.nuisance(handset), cast.site().lines().getFirst(), begin, SilentSeries.HEZE);
        GoodCaller.of(cast, customer)
                .calls(begin.plus(Duration.ofMinutes(40)), cast.site().lines().getFirst());
    }
}

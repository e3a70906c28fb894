package dev.quell.simulation.scenario.bad;

import dev.quell.call.Line;
import dev.quell.history.KnownAs;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Handset;
import dev.quell.simulation.stage.Person;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Somebody who shows other people's numbers in silent bursts to have them blocked. */
public final class Poisoner implements Scenario {

    private static final int VICTIMS = 40;
    private static final int BURSTS = 3;
    private static final int CALLS = 8;

    /** The victims speak often enough before to be trusted for it. */
    private static final int GOOD_CALLS_BEFORE = 3;

    @Override
    public String name() {
        return "poisoner";
    }

    @Override
    public String what() {
        return "silent bursts with the numbers of customers and of people with good talks, half over another trunk";
    }

    @Override
    public void stage(Cast cast) {
        int firstDay = cast.rhythm().days() / 2;
        for (int i = 0; i < VICTIMS; i++) {
            Person victim = cast.good(cast.handsets().unsigned(cast.dice()));
            Line line = cast.anyLine();
            before(cast, victim, line, i % 2 == 0, firstDay);
            Handset poison = victim.handset().with(cast.handsets().rare("p" + i));
            Person poisoner = cast.nuisance(i % 4 < 2 ? poison : poison.over(otherTrunk(cast, victim)));
            for (int burst = 0; burst < BURSTS; burst++) {
                Instant begin =
                        cast.rhythm().at(firstDay + burst * 2, cast.dice().between(9, 19), 0);
                SilentSeries.play(cast, poisoner, line, begin, CALLS);
                GoodCaller caller = GoodCaller.of(cast, victim);
                caller.calls(begin.plus(cast.dice().seconds(0, 1800)), line);
                caller.calls(begin.plus(cast.dice().seconds(1800, 7200)), line);
            }
        }
    }

    /** What the site knows of a victim: half are on its list of customers, the others had long talks. */
    private static void before(Cast cast, Person victim, Line line, boolean listed, int firstDay) {
        if (listed) {
            cast.stage().know(cast.rhythm().begin(), victim.handset().number(), KnownAs.CUSTOMER);
            return;
        }
        for (int call = 0; call < GOOD_CALLS_BEFORE; call++) {
            Instant at = cast.rhythm().usual(cast.dice().between(0, firstDay - 1), cast.dice());
            Manner talk = Manner.talking(Duration.ofSeconds(cast.dice().between(90, 400)));
            cast.stage().call(at, victim, line, cast.desk(), talk, Reaction.NONE);
        }
    }

    private static String otherTrunk(Cast cast, Person victim) {
        return cast.site().trunks().stream()
                .filter(trunk -> !trunk.equals(victim.handset().trunk()))
                .findFirst()
                .orElseThrow();
    }
}

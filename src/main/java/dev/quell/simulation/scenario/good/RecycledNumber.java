package dev.quell.simulation.scenario.good;

import dev.quell.call.Attestation;
import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Handset;
import dev.quell.simulation.stage.Identity;
import dev.quell.simulation.stage.Person;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** Numbers of harassers, flagged and blocked half a year ago, that belong to somebody else now. */
public final class RecycledNumber implements Scenario {

    private static final int NUMBERS = 40;
    private static final Duration AGO = Duration.ofDays(182);
    private static final int OLD_DAYS = 5;
    private static final int OLD_CALLS_A_DAY = 6;

    @Override
    public String name() {
        return "recycled-number";
    }

    @Override
    public String what() {
        return "a harasser's number half a year later";
    }

    @Override
    public void stage(Cast cast) {
        Instant then = cast.rhythm().begin().minus(AGO);
        for (int i = 0; i < NUMBERS; i++) {
            Handset handset = cast.handsets().ordinary(cast.dice()).signed(Attestation.A);
            Line line = cast.anyLine();
            Person harasser = cast.traceable(Identity.ATTESTED, handset);
            for (int day = 0; day < OLD_DAYS; day++) {
                harass(
                        cast,
                        harasser,
                        line,
                        then.plus(Duration.ofDays(day)).plus(cast.dice().seconds(3600, 70_000)));
            }
            GoodCaller owner = GoodCaller.of(cast, cast.good(handset));
            for (int calls = cast.dice().between(1, 4); calls > 0; calls--) {
                owner.calls(cast.rhythm().usual(cast.dice()), line);
            }
        }
    }

    private static void harass(Cast cast, Person harasser, Line line, Instant from) {
        Instant at = from;
        for (int call = 0; call < OLD_CALLS_A_DAY; call++) {
            Manner silent = Manner.silent(Duration.ofSeconds(40)).flaggedBy(0.3);
            cast.stage().call(at, harasser, line, cast.desk(), silent, Reaction.NONE);
            at = at.plus(cast.dice().seconds(120, 900));
        }
    }
}

package dev.quell.simulation.scenario.unheard;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Media;
import dev.quell.simulation.scenario.GoodCaller;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import java.time.Duration;
import java.time.Instant;

/** A muted telephone: three silent calls within minutes, then the mistake is found. */
public final class MutePhone implements Scenario {

    private static final int PEOPLE = 200;
    private static final int SILENT_CALLS = 3;

    /** Of muted callers who are asked for a key so many press one: their keypad works. Our assumption. */
    private static final double KEY = 0.5;

    @Override
    public String name() {
        return "mute-phone";
    }

    @Override
    public String what() {
        return "three silent calls within minutes, then speaks";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < PEOPLE; i++) {
            Person person = cast.good();
            silent(cast, person, cast.anyLine(), cast.rhythm().usual(cast.dice()), SILENT_CALLS);
        }
    }

    private static void silent(Cast cast, Person person, Line line, Instant at, int left) {
        if (left == 0) {
            GoodCaller.of(cast, person).calls(at, line);
            return;
        }
        Manner muted = Manner.silent(Duration.ofSeconds(40)).over(Media.SPARSE).pressing(KEY);
        cast.stage()
                .call(
                        at,
                        person,
                        line,
                        cast.desk(),
                        muted,
                        (call, end) -> silent(
                                cast, person, line, end.plus(person.dice().seconds(15, 120)), left - 1));
    }
}

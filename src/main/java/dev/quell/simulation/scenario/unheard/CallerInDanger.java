package dev.quell.simulation.scenario.unheard;

import dev.quell.call.Line;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Sound;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import java.time.Duration;
import java.time.Instant;

/** Somebody who cannot speak: a faint cough, five calls within minutes, a key on the fifth if asked for one. */
public final class CallerInDanger implements Scenario {

    private static final int PEOPLE = 100;
    private static final int CALLS = 5;

    @Override
    public String name() {
        return "caller-in-danger";
    }

    @Override
    public String what() {
        return "a faint cough, a key on the fifth call";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < PEOPLE; i++) {
            call(cast, cast.good(), cast.anyLine(), cast.rhythm().usual(cast.dice()), 1);
        }
    }

    private static void call(Cast cast, Person person, Line line, Instant at, int ordinal) {
        Manner manner =
                Manner.silent(Duration.ofSeconds(60)).sounding(Sound.COUGH).pressing(ordinal >= CALLS ? 1 : 0);
        cast.stage().call(at, person, line, cast.desk(), manner, (call, end) -> {
            if (ordinal < CALLS) {
                call(cast, person, line, end.plus(person.dice().seconds(20, 300)), ordinal + 1);
            }
        });
    }
}

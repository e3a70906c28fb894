package dev.quell.simulation.scenario;

import dev.quell.call.Line;
import dev.quell.simulation.play.Desk;
import dev.quell.simulation.play.Dice;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Media;
import dev.quell.simulation.play.Sound;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.FinishedCall;
import dev.quell.simulation.stage.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Somebody with a need: speaks, has mishaps, and calls again if it came to nothing. */
public final class GoodCaller {

    /** Conversations last minutes; median and spread are our assumption. */
    private static final Duration MEDIAN_TALK = Duration.ofSeconds(160);

    private static final double TALK_SPREAD = 0.8;

    /** One in twenty gives up waiting, our assumption. */
    private static final double IMPATIENT = 0.05;

    /** Two of three call again after a mishap or after a machine let them go, three times at most, our assumption. */
    private static final double TRIES_AGAIN = 0.65;

    private static final int MOST_TRIES = 3;

    /** A telephone stays muted and a fault stays a fault: one in three meets the same again, our assumption. */
    private static final double SAME_AGAIN = 0.33;

    private final Cast cast;
    private final Person person;
    private final Desk desk;
    private final double mishaps;
    private final UnaryOperator<Manner> always;

    private GoodCaller(Cast cast, Person person, Desk desk, double mishaps, UnaryOperator<Manner> always) {
        this.cast = cast;
        this.person = person;
        this.desk = desk;
        this.mishaps = mishaps;
        this.always = always;
    }

    /** One with the site's usual share of mishaps. */
    public static GoodCaller of(Cast cast, Person person) {
        return new GoodCaller(cast, person, cast.desk(), cast.site().mishaps(), UnaryOperator.identity());
    }

    /** One whose every call is in some way different. */
    public static GoodCaller of(Cast cast, Person person, UnaryOperator<Manner> always) {
        return new GoodCaller(cast, person, cast.desk(), 0, always);
    }

    /** The same before other agents. */
    public GoodCaller at(Desk other) {
        return new GoodCaller(cast, person, other, mishaps, always);
    }

    /** Calls a line at a moment, and again if it came to nothing. */
    public void calls(Instant at, Line line) {
        calls(at, line, always.apply(manner()), MOST_TRIES);
    }

    private void calls(Instant at, Line line, Manner manner, int tries) {
        cast.stage().call(at, person, line, desk, manner, (call, end) -> {
            if (tries > 1 && cameToNothing(call) && person.dice().chance(TRIES_AGAIN)) {
                Manner next = person.dice().chance(SAME_AGAIN) ? manner : always.apply(manner());
                calls(end.plus(person.dice().seconds(20, 400)), line, next, tries - 1);
            }
        });
    }

    private static boolean cameToNothing(FinishedCall call) {
        return switch (call.concluded().outcome()) {
            case GOOD_TALK, SPOKE -> false;
            case SILENT, NOISE, SHORT, NO_MEDIA, ABANDONED, UNKNOWN ->
                call.course().withAgent().orElse(Duration.ZERO).compareTo(Duration.ofSeconds(30)) < 0;
        };
    }

    private Manner manner() {
        Dice dice = person.dice();
        Manner talking = Manner.talking(dice.lognormal(MEDIAN_TALK, TALK_SPREAD).plusSeconds(8));
        if (dice.chance(mishaps)) {
            return mishap(talking, dice);
        }
        return dice.chance(IMPATIENT)
                ? talking.waiting(Duration.ofSeconds(3).plus(dice.wait(Duration.ofSeconds(15))))
                : talking;
    }

    /** The innocent causes of a silent call that call centres name, each as likely, as none has a published share. */
    private static Manner mishap(Manner talking, Dice dice) {
        return switch (dice.between(0, 3)) {
            case 0 -> talking.over(Media.NONE);
            case 1 -> talking.over(Media.SPARSE).sounding(Sound.SILENCE).staying(dice.seconds(8, 25));
            case 2 -> talking.sounding(Sound.RUSTLE).pressing(0).staying(Duration.ofMinutes(2));
            default -> talking.staying(dice.seconds(0.8, 2.5));
        };
    }
}

package dev.quell.simulation.stage;

import dev.quell.simulation.play.Dice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When people call: two humps a working day, less at weekends. The shape is our assumption: no rate by hour is published.
 *
 * @param begin the run's first midnight
 * @param days how many days it has
 */
public record Rhythm(Instant begin, int days) {

    /** Arrivals by hour of the day, in thousandths or so. */
    private static final double[] HOURS = {
        6, 4, 3, 3, 4, 7, 15, 35, 75, 105, 110, 95, 70, 65, 80, 85, 75, 55, 40, 30, 25, 20, 14, 9
    };

    /** Nuisance callers are at it in the evening and at night, as hotlines report. */
    private static final double[] EVENINGS = {
        30, 25, 20, 10, 5, 5, 10, 15, 25, 35, 40, 40, 40, 40, 45, 45, 45, 50, 60, 75, 85, 85, 75, 50
    };

    private static final double SATURDAY = 0.6;
    private static final double SUNDAY = 0.45;

    /** The run's end. */
    public Instant end() {
        return begin.plus(Duration.ofDays(days));
    }

    /** A moment of the run at which an ordinary caller calls. */
    public Instant usual(Dice dice) {
        return moment(day(dice), HOURS, dice);
    }

    /** A moment of one day of the run, 0 for the first, at which an ordinary caller calls. */
    public Instant usual(int day, Dice dice) {
        return moment(day, HOURS, dice);
    }

    /** A moment of one day at which a nuisance caller calls. */
    public Instant evening(int day, Dice dice) {
        return moment(day, EVENINGS, dice);
    }

    /** A time of day on one day of the run. */
    public Instant at(int day, int hour, int minute) {
        return begin.plus(Duration.ofDays(Math.min(day, days - 1))).plus(Duration.ofMinutes(60L * hour + minute));
    }

    private int day(Dice dice) {
        double[] weights = new double[days];
        for (int i = 0; i < days; i++) {
            DayOfWeek weekday =
                    begin.plus(Duration.ofDays(i)).atOffset(ZoneOffset.UTC).getDayOfWeek();
            weights[i] = weekday == DayOfWeek.SATURDAY ? SATURDAY : weekday == DayOfWeek.SUNDAY ? SUNDAY : 1;
        }
        return dice.weighted(weights);
    }

    private Instant moment(int day, double[] hours, Dice dice) {
        Instant hour = at(day, dice.weighted(hours), 0);
        return hour.plus(dice.seconds(0, 3600));
    }
}

package dev.quell.simulation.play;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** A seeded source of chance. The same seed gives the same draws, on every machine. */
public final class Dice {

    private final SplittableRandom random;

    /** With a seed. */
    public Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of their own for one caller, so that what one does moves nobody else's draws. */
    public Dice split() {
        return new Dice(random.split());
    }

    /** Whether something happens that has this probability, 0 to 1. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A share, 0 inclusive to 1 exclusive. */
    public double share() {
        return random.nextDouble();
    }

    /** A whole number between two, both inclusive. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A span of time between two, the second exclusive unless they are equal. */
    public Duration between(Duration least, Duration most) {
        return least.equals(most) ? least : Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
    }

    /** A span of whole seconds between two numbers, in milliseconds' steps. */
    public Duration seconds(double least, double most) {
        return Duration.ofMillis((long) (1000 * (least + (most - least) * random.nextDouble())));
    }

    /** An exponentially distributed wait. */
    public Duration wait(Duration mean) {
        return Duration.ofMillis((long) (-mean.toMillis() * Math.log(1 - random.nextDouble())));
    }

    /** A log-normally distributed span, as the lengths of conversations are. */
    public Duration lognormal(Duration median, double sigma) {
        double gauss = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        return Duration.ofMillis((long) (median.toMillis() * Math.exp(sigma * gauss)));
    }

    /** One of several, each as likely. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The place of one of several, as likely as its weight. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}

package dev.quell.webhook;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The pauses between attempts: they grow to four hours, so that a message of a day has some dozen. */
final class Retries {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));
    private static final double SPREAD = 0.2;

    private Retries() {}

    /**
     * The pause after an attempt that failed, a fifth shorter or longer by chance, so that many messages do not come at once.
     *
     * @param tries attempts so far, 1 or more
     */
    static Duration after(int tries, RandomGenerator random) {
        Duration pause = PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }

    /** How long a target that fails is left alone as a whole: at most five minutes, so that it is soon found well. */
    static Duration rest(int failures, RandomGenerator random) {
        Duration pause = after(failures, random);
        Duration longest = Duration.ofMinutes(5);
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}

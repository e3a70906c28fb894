package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.Growth;
import dev.quell.history.CallerVolume;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Earlier calls, fading with a window. */
public final class CallCount implements Rule {

    private static final Growth IN_AN_HOUR =
            Growth.above(0).through(5, 0.6).through(10, 1.2).through(20, 1.6);
    private static final Growth IN_A_DAY =
            Growth.above(0).through(5, 0.9).through(10, 1.2).through(20, 1.5).through(50, 1.7);

    private static final double FEWEST = 0.5;

    private final String symbol;
    private final ToDoubleFunction<CallerVolume> count;
    private final Growth growth;
    private final long window;

    private CallCount(String symbol, ToDoubleFunction<CallerVolume> count, Growth growth, Duration window) {
        this.symbol = symbol;
        this.count = count;
        this.growth = growth;
        this.window = window.toSeconds();
    }

    /** Those of the hour. */
    public static CallCount inAnHour() {
        return new CallCount("CALLS_1H", CallerVolume::hour, IN_AN_HOUR, Duration.ofHours(1));
    }

    /** Those of the day. */
    public static CallCount inADay() {
        return new CallCount("CALLS_24H", CallerVolume::day, IN_A_DAY, Duration.ofDays(1));
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        double calls = count.applyAsDouble(evidence.facts().volume());
        return calls >= FEWEST ? Optional.of(Hit.of(growth.share(calls), Math.round(calls), window)) : Optional.empty();
    }
}

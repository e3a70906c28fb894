package dev.quell.backtest.tally;

import dev.quell.backtest.input.Label;
import dev.quell.backtest.result.Level;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was decided about one caller. Small: there may be a million of them. */
final class CallerTally {

    private final Instant first;
    private int calls;
    private final Set<CallClass> classes = EnumSet.noneOf(CallClass.class);
    private Action hardest = Action.PASS;
    private @Nullable Label label;
    private double score = Double.NEGATIVE_INFINITY;
    private double probability;

    /** None for the most of them. */
    private @Nullable Map<Level, Meeting> meetings;

    /**
     * How a level was first reached.
     *
     * @param call by which call, the first is 1
     * @param seconds so long after the first call
     */
    record Meeting(int call, long seconds) {}

    CallerTally(Instant first) {
        this.first = first;
    }

    /** A label of nuisance stays, whatever else is said. */
    void label(Label told) {
        if (label != Label.NUISANCE) {
            label = told;
        }
    }

    void call(Action action, CallClass callClass, double logOdds, double likely) {
        calls++;
        classes.add(callClass);
        hardest = action.compareTo(hardest) > 0 ? action : hardest;
        if (logOdds > score) {
            score = logOdds;
            probability = likely;
        }
    }

    /** Met at a level by the latest call. */
    void met(Level level, Instant at) {
        Map<Level, Meeting> known = meetings == null ? new EnumMap<>(Level.class) : meetings;
        meetings = known;
        known.putIfAbsent(level, new Meeting(calls, Duration.between(first, at).toSeconds()));
    }

    /** How a level was first reached; empty if it was not. */
    Optional<Meeting> met(Level level) {
        return meetings == null ? Optional.empty() : Optional.ofNullable(meetings.get(level));
    }

    boolean taken(CallClass callClass) {
        return classes.contains(callClass);
    }

    Action hardest() {
        return hardest;
    }

    Optional<Label> label() {
        return Optional.ofNullable(label);
    }

    double score() {
        return score;
    }

    double probability() {
        return probability;
    }
}

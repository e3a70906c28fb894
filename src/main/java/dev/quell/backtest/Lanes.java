package dev.quell.backtest;

import dev.quell.backtest.input.Label;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.Run;
import dev.quell.backtest.tally.Changes;
import dev.quell.backtest.tally.LabelWords;
import dev.quell.backtest.tally.RunTally;
import dev.quell.call.CallId;
import dev.quell.call.IncomingCall;
import dev.quell.replay.Concluded;
import dev.quell.replay.Decided;
import dev.quell.replay.RecordedEnding;
import dev.quell.replay.Replay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The same calls under the tested settings and, if there are any, under others, call by call. */
final class Lanes {

    private final Lane tested;
    private final @Nullable Lane other;
    private final RunTally testedTally;
    private final RunTally otherTally;
    private final Changes changes = new Changes();
    private final Timeline timeline = new Timeline();
    private final CallObserver observer;
    private final Scores scores;

    Lanes(Backtest backtest) {
        this.tested = new Lane(backtest.tested());
        this.other = backtest.other().map(Lane::new).orElse(null);
        this.testedTally = new RunTally(backtest.zone());
        this.otherTally = new RunTally(backtest.zone());
        this.observer = backtest.observer();
        this.scores = backtest.scores();
    }

    /**
     * A call of the past.
     *
     * @param caller by what the caller is told from others, empty if by nothing
     * @param shown the caller as shown to people
     * @param counted whether it counts, or only makes the callers known
     */
    record Past(
            IncomingCall call,
            Optional<RecordedEnding> ending,
            Optional<String> caller,
            String shown,
            Optional<Label> label,
            boolean counted) {}

    /** Plans something that happens to both. */
    void plan(Instant at, Consumer<Replay> deed) {
        timeline.plan(at, () -> {
            deed.accept(at(tested, at));
            if (other != null) {
                deed.accept(at(other, at));
            }
        });
    }

    private static Replay at(Lane lane, Instant moment) {
        lane.replay().advance(moment);
        return lane.replay();
    }

    /** A call arrives; its end is planned. */
    void arrives(Past past) {
        timeline.until(past.call().arrivedAt());
        Decided now = tested.arrives(past.call());
        Decided before = other == null ? null : other.arrives(past.call());
        if (past.counted()) {
            testedTally.decided(now, past.caller(), past.label());
            observer.decided(now, past.label());
            scores.take(
                    past.call().id().toString(),
                    past.shown(),
                    now.verdict().probability(),
                    now.applied(),
                    past.label());
            compare(past, now, before);
        }
        past.ending()
                .ifPresent(ending ->
                        timeline.plan(past.call().arrivedAt().plus(ending.lasted()), () -> ends(past, ending)));
    }

    private void compare(Past past, Decided now, @Nullable Decided before) {
        if (before != null) {
            otherTally.decided(before, past.caller(), past.label());
            changes.decided(
                    before.applied(),
                    before.verdict(),
                    now.applied(),
                    now.verdict(),
                    past.label(),
                    () -> new Changes.Known(
                            past.call().id().toString(),
                            past.shown(),
                            past.call().arrivedAt().toString()));
        }
    }

    private void ends(Past past, RecordedEnding ending) {
        ends(tested, testedTally, past, ending);
        if (other != null) {
            ends(other, otherTally, past, ending);
        }
    }

    private static void ends(Lane lane, RunTally tally, Past past, RecordedEnding ending) {
        CallId id = past.call().id();
        if (!lane.replay().lives(id)) {
            return;
        }
        Concluded concluded = lane.replay().ends(id, ending);
        if (past.counted() && concluded.block().isPresent()) {
            tally.blocked(past.caller(), lane.replay().now());
        }
    }

    /** What happens after the last call. */
    void rest() {
        timeline.rest();
    }

    Run run(LabelWords words) {
        return sum(tested, testedTally, words);
    }

    Optional<Difference> difference(LabelWords words) {
        return Optional.ofNullable(other).map(lane -> changes.sum(sum(lane, otherTally, words)));
    }

    private static Run sum(Lane lane, RunTally tally, LabelWords words) {
        return tally.sum(lane.choice().name(), lane.replay().classifier().version(), words);
    }

    /** The choices, the tested one first. */
    List<Choice> choices() {
        return other == null ? List.of(tested.choice()) : List.of(tested.choice(), other.choice());
    }
}

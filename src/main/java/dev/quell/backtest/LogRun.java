package dev.quell.backtest;

import dev.quell.backtest.CallArchive.Known;
import dev.quell.backtest.CallArchive.PastCall;
import dev.quell.backtest.CallArchive.PastFlag;
import dev.quell.backtest.input.Label;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.InputFacts;
import dev.quell.backtest.tally.LabelWords;
import dev.quell.blocklist.ListEntry;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.flag.Flag;
import dev.quell.replay.RecordedEnding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A backtest over a site's own records. */
final class LogRun {

    private static final String LABELS = "nuisance: an agent's flag stands on the call; good: a good talk without one";
    private static final String GIVEN = "as given by caller; for the others " + LABELS;
    private static final String SCORE = "the highest of a caller's calls, as known when each arrived";
    private static final int EVERY = 1000;

    private final Backtest backtest;
    private final CallArchive archive;
    private final Instant from;
    private final Instant to;
    private final LongConsumer progress;
    private final Lanes lanes;
    private final Set<CallId> flagged = new HashSet<>();
    private long read;
    private long counted;
    private @Nullable Instant first;
    private @Nullable Instant last;

    LogRun(Backtest backtest, CallArchive archive, Instant from, Instant to, LongConsumer progress) {
        this.backtest = backtest;
        this.archive = archive;
        this.from = from;
        this.to = to;
        this.progress = progress;
        this.lanes = new Lanes(backtest);
    }

    BacktestResult run(String name) {
        Instant begin = from.minus(memory());
        archive.entries().forEach(this::plan);
        archive.known().forEach(this::plan);
        List<PastFlag> flags = archive.flags(begin, to);
        flags.forEach(this::plan);
        archive.calls(begin, to, this::call);
        lanes.rest();
        progress.accept(read);
        LabelWords words = new LabelWords(backtest.labels().isEmpty() ? LABELS : GIVEN, SCORE);
        return new BacktestResult(facts(name, flags), Coverages.log(), lanes.run(words), lanes.difference(words));
    }

    private Duration memory() {
        return lanes.choices().stream()
                .map(choice -> choice.settings().memory())
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private InputFacts facts(String name, List<PastFlag> flags) {
        long within =
                flags.stream().filter(each -> !each.flag().at().isBefore(from)).count();
        return new InputFacts(
                name,
                "log",
                counted,
                counted,
                Map.of(),
                0,
                List.of(),
                0,
                within,
                Optional.ofNullable(first),
                Optional.ofNullable(last));
    }

    private void plan(ListEntry entry) {
        lanes.plan(entry.createdAt(), replay -> replay.enter(entry));
    }

    private void plan(Known known) {
        lanes.plan(known.since(), replay -> replay.know(known.caller(), known.as()));
        known.until().ifPresent(end -> lanes.plan(end, replay -> replay.unknow(known.caller(), known.as())));
    }

    private void plan(PastFlag past) {
        Flag flag = past.flag();
        lanes.plan(flag.at(), replay -> replay.flag(flag.call(), flag.caller(), flag.agent(), flag.reason()));
        if (flag.undoneAt().isEmpty()) {
            flagged.add(flag.call());
        }
        flag.undoneAt()
                .ifPresent(end -> lanes.plan(
                        end, replay -> replay.undo(flag.call(), flag.caller(), flag.agent(), past.undoneBy())));
    }

    private void call(PastCall past) {
        IncomingCall call = past.call();
        CallerNumber caller = call.caller();
        boolean counts = !call.arrivedAt().isBefore(from);
        if (counts) {
            counted++;
            first = first == null ? call.arrivedAt() : first;
            last = call.arrivedAt();
        }
        lanes.arrives(new Lanes.Past(
                call,
                past.endedAt().map(end -> ending(past, end)),
                caller.identifies() ? Optional.of(caller.key()) : Optional.empty(),
                caller.toString(),
                label(past),
                counts));
        if (++read % EVERY == 0) {
            progress.accept(read);
        }
    }

    private Optional<Label> label(PastCall past) {
        Label given = backtest.labels().get(past.call().caller().key());
        if (given != null) {
            return Optional.of(given);
        }
        if (flagged.contains(past.call().id())) {
            return Optional.of(Label.NUISANCE);
        }
        return past.outcome() == CallOutcome.GOOD_TALK ? Optional.of(Label.GOOD) : Optional.empty();
    }

    private static RecordedEnding ending(PastCall past, Instant end) {
        Duration lasted = Duration.between(past.call().arrivedAt(), end);
        return new RecordedEnding(
                past.outcome(),
                lasted.isNegative() ? Duration.ZERO : lasted,
                past.answered().isNegative() ? Duration.ZERO : past.answered(),
                past.side(),
                past.conduct());
    }
}

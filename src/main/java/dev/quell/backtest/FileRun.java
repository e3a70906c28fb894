package dev.quell.backtest;

import dev.quell.backtest.input.CallerCount;
import dev.quell.backtest.input.InputFormat;
import dev.quell.backtest.input.InputSummary;
import dev.quell.backtest.input.Label;
import dev.quell.backtest.input.RecordSink;
import dev.quell.backtest.input.RecordedCall;
import dev.quell.backtest.input.RecordedCaller;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.InputFacts;
import dev.quell.backtest.tally.LabelWords;
import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A backtest over a file of calls, or of counts. */
final class FileRun implements RecordSink {

    private static final String SCORE = "the highest of a caller's calls, as known when each arrived";

    private final Backtest backtest;
    private final LongConsumer progress;
    private final Lanes lanes;
    private final RecordedCalls records;
    private final CountRun counts;
    private boolean telephones;
    private boolean trunks;
    private @Nullable Instant first;
    private @Nullable Instant last;

    FileRun(Backtest backtest, LongConsumer progress) {
        this.backtest = backtest;
        this.progress = progress;
        this.lanes = new Lanes(backtest);
        this.records =
                new RecordedCalls(backtest.tested().settings().screening().outcome());
        this.counts = new CountRun(backtest);
    }

    @Override
    public void call(RecordedCall record) {
        telephones |= record.caller() instanceof RecordedCaller.Telephone;
        trunks |= !record.trunk().isEmpty();
        first = first == null ? record.start() : first;
        last = record.start();
        lanes.arrives(new Lanes.Past(
                records.call(record),
                Optional.of(records.ending(record)),
                tellsApart(record.caller()) ? Optional.of(record.caller().key()) : Optional.empty(),
                shown(record.caller()),
                label(record.caller(), record.label()),
                true));
    }

    @Override
    public void count(CallerCount count) {
        counts.count(count, label(count.caller(), count.label()));
    }

    private Optional<Label> label(RecordedCaller caller, Optional<Label> recorded) {
        Label given = backtest.labels().get(caller.key());
        return given == null ? recorded : Optional.of(given);
    }

    private static boolean tellsApart(RecordedCaller caller) {
        return switch (caller) {
            case RecordedCaller.Telephone(CallerNumber number) -> number.identifies();
            case RecordedCaller.Opaque opaque -> true;
        };
    }

    static String shown(RecordedCaller caller) {
        return switch (caller) {
            case RecordedCaller.Telephone(CallerNumber number) -> number.toString();
            case RecordedCaller.Opaque(String text) -> text;
        };
    }

    @Override
    public void progress(long lines) {
        progress.accept(lines);
    }

    BacktestResult result(String name, InputSummary summary) {
        lanes.rest();
        if (summary.format() == InputFormat.COUNTS) {
            return counts.result(facts(name, summary));
        }
        LabelWords words = new LabelWords(
                backtest.labels().isEmpty()
                        ? "as the file gives them"
                        : "as given by caller, else as the file has them",
                SCORE);
        return new BacktestResult(
                facts(name, summary), Coverages.records(telephones, trunks), lanes.run(words), lanes.difference(words));
    }

    private InputFacts facts(String name, InputSummary summary) {
        return new InputFacts(
                name,
                summary.format().word(),
                summary.lines(),
                summary.records(),
                summary.leftOut(),
                summary.skipped(),
                summary.firstSkipped(),
                summary.outOfOrder(),
                0,
                Optional.ofNullable(first),
                Optional.ofNullable(last));
    }
}

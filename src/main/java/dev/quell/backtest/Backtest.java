package dev.quell.backtest;

import dev.quell.backtest.input.InputSettings;
import dev.quell.backtest.input.InputSummary;
import dev.quell.backtest.input.Label;
import dev.quell.backtest.input.RecordReader;
import dev.quell.backtest.result.BacktestResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Decides the calls of the past again, open loop: each call ends as it did, whatever would have been done about it.
 *
 * @param tested the settings to be tried
 * @param other settings to compare with
 * @param zone whose days are counted
 * @param labels by {@linkplain dev.quell.backtest.input.RecordedCaller#key() key}; such a label goes before all that the input says
 * @param observer looks on
 * @param scores takes each call's or count's score
 */
public record Backtest(
        Choice tested,
        Optional<Choice> other,
        ZoneId zone,
        Map<String, Label> labels,
        CallObserver observer,
        Scores scores) {

    public Backtest {
        labels = Map.copyOf(labels);
    }

    /** A backtest of one choice of settings that nobody looks at. */
    public static Backtest of(Choice tested) {
        return new Backtest(
                tested,
                Optional.empty(),
                ZoneOffset.UTC,
                Map.of(),
                (decided, label) -> {},
                (id, caller, probability, action, label) -> {});
    }

    /** The same, compared with other settings. */
    public Backtest against(Choice compared) {
        return new Backtest(tested, Optional.of(compared), zone, labels, observer, scores);
    }

    /** The same with the days of a zone; without it they are those of UTC. */
    public Backtest in(ZoneId days) {
        return new Backtest(tested, other, days, labels, observer, scores);
    }

    /** The same with callers' labels. */
    public Backtest labelled(Map<String, Label> known) {
        return new Backtest(tested, other, zone, known, observer, scores);
    }

    /** The same with somebody who looks on. */
    public Backtest observed(CallObserver by) {
        return new Backtest(tested, other, zone, labels, by, scores);
    }

    /** The same with somebody who takes the scores. */
    public Backtest scored(Scores by) {
        return new Backtest(tested, other, zone, labels, observer, by);
    }

    /**
     * Over a site's own records. The calls before {@code from} make the callers known and are not counted.
     *
     * @param name where the records lie, for people
     * @param progress told of the number of calls read
     */
    public BacktestResult log(String name, CallArchive archive, Instant from, Instant to, LongConsumer progress) {
        return new LogRun(this, archive, from, to, progress).run(name);
    }

    /**
     * Over a file of calls or counts.
     *
     * @param progress told of the number of lines read
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no such file
     */
    public BacktestResult file(Path file, InputSettings settings, LongConsumer progress) throws IOException {
        FileRun run = new FileRun(this, progress);
        InputSummary summary = new RecordReader(settings).read(file, run);
        Path name = file.getFileName();
        return run.result(name == null ? file.toString() : name.toString(), summary);
    }
}

package dev.quell.backtest.tally;

import dev.quell.backtest.input.Label;
import dev.quell.backtest.measure.Quantiles;
import dev.quell.backtest.measure.Reliability;
import dev.quell.backtest.measure.Roc;
import dev.quell.backtest.result.Delay;
import dev.quell.backtest.result.Level;
import dev.quell.backtest.result.LevelRow;
import dev.quell.backtest.result.Measured;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures against labels, at the end of a run. */
final class Measures {

    private static final int BINS = 10;

    private final List<CallerTally> labelled;
    private final boolean[] nuisance;
    private final Map<Level, Cells> levelCells;

    Measures(Collection<CallerTally> callers, Map<Level, Cells> levelCells) {
        this.labelled =
                callers.stream().filter(caller -> caller.label().isPresent()).toList();
        this.nuisance = new boolean[labelled.size()];
        for (int i = 0; i < nuisance.length; i++) {
            nuisance[i] = labelled.get(i).label().orElseThrow() == Label.NUISANCE;
        }
        this.levelCells = levelCells;
    }

    Measured of(LabelWords words, long goodCalls, long nuisanceCalls) {
        long bad = 0;
        for (boolean each : nuisance) {
            bad += each ? 1 : 0;
        }
        double[] scores = labelled.stream().mapToDouble(CallerTally::score).toArray();
        double[] likely =
                labelled.stream().mapToDouble(CallerTally::probability).toArray();
        return new Measured(
                words.labels(),
                nuisance.length - bad,
                bad,
                goodCalls,
                nuisanceCalls,
                levels(),
                words.score(),
                Roc.of(scores, nuisance),
                Reliability.of(likely, nuisance, BINS));
    }

    private List<LevelRow> levels() {
        List<LevelRow> rows = new ArrayList<>();
        for (Level level : Level.values()) {
            Cells callers = new Cells();
            labelled.forEach(caller -> callers.count(
                    caller.label().orElseThrow(), caller.met(level).isPresent()));
            rows.add(new LevelRow(level, Cells.sum(levelCells.get(level)), Cells.sum(callers), delay(level)));
        }
        return rows;
    }

    private Delay delay(Level level) {
        List<Optional<CallerTally.Meeting>> bad = labelled.stream()
                .filter(caller -> caller.label().orElseThrow() == Label.NUISANCE)
                .map(caller -> caller.met(level))
                .toList();
        List<CallerTally.Meeting> met = bad.stream().flatMap(Optional::stream).toList();
        Quantiles call =
                Quantiles.of(met.stream().mapToDouble(CallerTally.Meeting::call).toArray());
        Quantiles seconds = Quantiles.of(
                met.stream().mapToDouble(CallerTally.Meeting::seconds).toArray());
        return new Delay(met.size(), bad.size() - met.size(), call.median(), call.at(0.9), seconds.median());
    }
}

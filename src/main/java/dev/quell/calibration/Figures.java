package dev.quell.calibration;

import dev.quell.backtest.measure.Reliability;
import dev.quell.backtest.measure.Roc;
import dev.quell.calibration.fit.Logistic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well a scoring does on held-out calls, and how they would have been met.
 *
 * @param logLoss mean over the calls, in nats
 * @param brier and the two after it: of probabilities moved to the share of nuisance among the labelled calls
 * @param good good calls by how they would have been met
 * @param nuisance nuisance calls the same way
 * @param goodCallersHurt callers with a good call that would have been deterred or blocked
 */
record Figures(
        double auc,
        double averagePrecision,
        double logLoss,
        double brier,
        double calibrationError,
        Map<Treated, Long> good,
        Map<Treated, Long> nuisance,
        long goodCallersHurt) {

    private static final int BINS = 10;

    Figures {
        good = Map.copyOf(good);
        nuisance = Map.copyOf(nuisance);
    }

    /** Measures calls, decided under the scoring's settings. */
    static Figures of(Scoring scoring, List<Gathered.Case> cases, double selection) {
        double[] logOdds = cases.stream()
                .mapToDouble(known -> scoring.logOdds(known.call()) + selection)
                .toArray();
        double[] probability = new double[logOdds.length];
        boolean[] bad = new boolean[logOdds.length];
        double loss = 0;
        for (int i = 0; i < logOdds.length; i++) {
            bad[i] = cases.get(i).call().nuisance();
            probability[i] = Logistic.probability(logOdds[i]);
            loss += Logistic.loss(logOdds[i], bad[i]);
        }
        Roc roc = Roc.of(logOdds, bad);
        Reliability reliability = Reliability.of(probability, bad, BINS);
        return new Figures(
                roc.auc(),
                roc.averagePrecision(),
                loss / logOdds.length,
                reliability.brier(),
                reliability.expectedError(),
                treated(cases, false),
                treated(cases, true),
                hurt(cases));
    }

    private static Map<Treated, Long> treated(List<Gathered.Case> cases, boolean nuisance) {
        Map<Treated, Long> treated = new EnumMap<>(Treated.class);
        cases.stream()
                .filter(known -> known.call().nuisance() == nuisance)
                .forEach(known -> treated.merge(known.treated(), 1L, Long::sum));
        return treated;
    }

    private static long hurt(List<Gathered.Case> cases) {
        return cases.stream()
                .filter(known -> !known.call().nuisance())
                .filter(known -> known.treated().compareTo(Treated.DETERRED) >= 0)
                .map(known -> known.call().caller())
                .distinct()
                .count();
    }

    /** Good calls met at least so hard. */
    long goodFrom(Treated mildest) {
        return from(good, mildest);
    }

    /** Nuisance calls met at least so hard. */
    long nuisanceFrom(Treated mildest) {
        return from(nuisance, mildest);
    }

    private static long from(Map<Treated, Long> counts, Treated mildest) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().compareTo(mildest) >= 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

package dev.quell.calibration;

import dev.quell.calibration.fit.LabelledCall;
import dev.quell.calibration.fit.Logistic;
import java.time.Instant;
import java.util.List;

/**
 * Labelled calls in two parts that share no caller, the later one held out: training calls arrived before the cut; held-out calls come from callers who called for
 * the first time at the cut or later. Later calls of earlier callers belong to neither.
 *
 * @param trainingCalls all calls before the cut, labelled or not
 * @param heldOutCalls all calls of callers first seen at the cut or later
 */
record Split(
        Instant cut,
        List<Gathered.Case> training,
        List<Gathered.Case> heldOut,
        long trainingCalls,
        long heldOutCalls,
        int leftOut) {

    private static final double TRAINING_SHARE = 0.7;

    Split {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /** Cuts where 70 % of the labelled calls have arrived. */
    static Split of(Gathered gathered) {
        List<Gathered.Case> cases = gathered.cases();
        return cases.isEmpty()
                ? at(Instant.EPOCH, gathered)
                : at(cases.get((int) (TRAINING_SHARE * cases.size())).call().at(), gathered);
    }

    /** Cuts at a moment. */
    static Split at(Instant cut, Gathered gathered) {
        List<Gathered.Case> cases = gathered.cases();
        List<Gathered.Case> training =
                cases.stream().filter(known -> known.call().at().isBefore(cut)).toList();
        List<Gathered.Case> heldOut = cases.stream()
                .filter(known -> !known.callerSeen().isBefore(cut))
                .toList();
        return new Split(
                cut,
                training,
                heldOut,
                gathered.all().before(cut),
                gathered.all().byNewcomersFrom(cut),
                cases.size() - training.size() - heldOut.size());
    }

    List<LabelledCall> trainingEvidence() {
        return training.stream().map(Gathered.Case::call).toList();
    }

    /** How much higher the log odds of nuisance are among the labelled training calls than among all, if those without a label are good. */
    double trainingSelection() {
        return selection(training, trainingCalls);
    }

    /** The same of the held-out calls. */
    double heldOutSelection() {
        return selection(heldOut, heldOutCalls);
    }

    private static double selection(List<Gathered.Case> cases, long all) {
        double bad = cases.stream().filter(known -> known.call().nuisance()).count();
        return bad == 0 || bad >= cases.size()
                ? 0
                : Logistic.logOdds(bad / cases.size()) - Logistic.logOdds(bad / Math.max(all, cases.size()));
    }
}

package dev.quell.calibration;

import java.util.List;
import java.util.Optional;

/**
 * How many labelled calls and callers there are of each kind.
 *
 * @param goodCalls of {@code goodCallers} callers
 */
record Labels(long nuisanceCalls, long nuisanceCallers, long goodCalls, long goodCallers) {

    private static final int NUISANCE_TO_TRAIN = 30;
    private static final int GOOD_TO_TRAIN = 100;
    private static final int NUISANCE_TO_TEST = 10;
    private static final int GOOD_TO_TEST = 40;

    static Labels of(List<Gathered.Case> cases) {
        return new Labels(calls(cases, true), callers(cases, true), calls(cases, false), callers(cases, false));
    }

    private static long calls(List<Gathered.Case> cases, boolean nuisance) {
        return cases.stream()
                .filter(known -> known.call().nuisance() == nuisance)
                .count();
    }

    private static long callers(List<Gathered.Case> cases, boolean nuisance) {
        return cases.stream()
                .filter(known -> known.call().nuisance() == nuisance)
                .map(known -> known.call().caller())
                .distinct()
                .count();
    }

    /** What is missing for a fit that means anything, in a sentence; empty if nothing. */
    static Optional<String> missing(Split split) {
        Labels training = of(split.training());
        Labels test = of(split.heldOut());
        boolean enough = training.nuisanceCallers >= NUISANCE_TO_TRAIN
                && training.goodCallers >= GOOD_TO_TRAIN
                && test.nuisanceCallers >= NUISANCE_TO_TEST
                && test.goodCallers >= GOOD_TO_TEST;
        return enough
                ? Optional.empty()
                : Optional.of(
                        "there are too few labelled calls: a fit needs nuisance calls of at least "
                                + NUISANCE_TO_TRAIN + " callers and good calls of at least " + GOOD_TO_TRAIN
                                + " in the earlier part, and of " + NUISANCE_TO_TEST + " and " + GOOD_TO_TEST
                                + " new callers in the later one; there are " + training.nuisanceCallers + " and "
                                + training.goodCallers + ", " + test.nuisanceCallers + " and " + test.goodCallers
                                + ". Agents' flags make the first kind, long talks the second: take a longer period (--from), or give labelled records (--labels)");
    }
}

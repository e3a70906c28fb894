package dev.quell.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.calibration.fit.LabelledCall;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.testing.ShippedSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ClassifierSettings SHIPPED = ShippedSettings.of("quell.classifier", ClassifierSettings.class);

    private static Gathered gathered() {
        Gathering gathering = new Gathering(Scoring.of(SHIPPED).weighing(), read -> {});
        new SimulatedCalls(SimulatedCalls.truth(SHIPPED, 0.1, Map.of()), 5_000, 0.4, 3).replay(SHIPPED, gathering);
        return gathering.gathered();
    }

    private static Set<String> callers(List<Gathered.Case> cases) {
        return cases.stream().map(known -> known.call().caller()).collect(Collectors.toSet());
    }

    @Test
    void noCallerIsOnBothSides() {
        Split split = Split.of(gathered());

        assertThat(callers(split.training())).isNotEmpty().doesNotContainAnyElementsOf(callers(split.heldOut()));
        assertThat(callers(split.heldOut())).isNotEmpty();
    }

    @Test
    void whatIsHeldOutIsLaterThanWhatIsLearnedFrom() {
        Split split = Split.of(gathered());

        assertThat(split.training()).allMatch(known -> known.call().at().isBefore(split.cut()));
        assertThat(split.heldOut()).noneMatch(known -> known.call().at().isBefore(split.cut()));
    }

    @Test
    void everyCallIsInOnePartOrLeftOut() {
        Gathered gathered = gathered();
        Split split = Split.of(gathered);

        assertThat(split.leftOut()).isPositive();
        assertThat(split.training().size() + split.heldOut().size() + split.leftOut())
                .isEqualTo(gathered.cases().size());
        assertThat((double) split.training().size() / gathered.cases().size()).isCloseTo(0.7, within(0.001));
    }

    @Test
    void aCallerFirstSeenAtTheCutIsHeldOutAndOneSeenBeforeItIsNot() {
        Arrivals all = new Arrivals();
        all.add(NOON.minusMillis(1), NOON.minusMillis(1));
        all.add(NOON, NOON.minusMillis(1));
        all.add(NOON, NOON);

        Split split = Split.at(
                NOON,
                new Gathered(
                        List.of(
                                known("early", NOON.minusMillis(1), NOON.minusMillis(1)),
                                known("early", NOON, NOON.minusMillis(1)),
                                known("new", NOON, NOON)),
                        all));

        assertThat(callers(split.training())).containsExactly("early");
        assertThat(callers(split.heldOut())).containsExactly("new");
        assertThat(split.leftOut()).isEqualTo(1);
        assertThat(split.trainingCalls()).isEqualTo(1);
        assertThat(split.heldOutCalls()).isEqualTo(1);
    }

    private static Gathered.Case known(String caller, Instant at, Instant seen) {
        return new Gathered.Case(new LabelledCall(caller, at, false, List.of()), seen, Treated.PASSED);
    }

    @Test
    void nuisanceIsMoreCommonAmongLabelledCallsWhereFewGoodOnesHaveALabel() {
        Arrivals all = new Arrivals();
        for (int i = 0; i < 100; i++) {
            all.add(NOON, NOON);
        }
        List<Gathered.Case> cases = List.of(
                new Gathered.Case(new LabelledCall("bad", NOON, true, List.of()), NOON, Treated.PASSED),
                known("good", NOON, NOON));

        Split split = Split.at(NOON, new Gathered(cases, all));

        assertThat(split.heldOutSelection()).isCloseTo(Math.log(99), within(1e-9));
        assertThat(split.trainingSelection()).isZero();
    }
}

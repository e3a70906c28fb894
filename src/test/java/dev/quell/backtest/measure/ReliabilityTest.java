package dev.quell.backtest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.backtest.measure.Confusion.Share;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    /** The example in scikit-learn's documentation of brier_score_loss: 0.0375. */
    @Test
    void publishedBrierScore() {
        Reliability reliability =
                Reliability.of(new double[] {0.1, 0.9, 0.8, 0.3}, new boolean[] {false, true, true, false}, 10);
        assertThat(reliability.brier()).isCloseTo(0.0375, within(1e-12));
    }

    @Test
    void expectedErrorWeighsBinsByTheirCases() {
        Reliability reliability =
                Reliability.of(new double[] {0.1, 0.3, 0.6, 1.0}, new boolean[] {false, true, true, true}, 2);
        assertThat(reliability.bins()).hasSize(2);
        assertThat(reliability.bins().getFirst().said()).isCloseTo(0.2, within(1e-12));
        assertThat(reliability.bins().getFirst().seen()).isEqualTo(new Share(1, 2));
        // (2 × |0.2 − 0.5| + 2 × |0.8 − 1|) / 4
        assertThat(reliability.expectedError()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aBorderLiesInTheUpperBinAndOneInTheLast() {
        Reliability reliability = Reliability.of(new double[] {0.5, 1}, new boolean[] {true, true}, 2);
        assertThat(reliability.bins()).hasSize(1);
        assertThat(reliability.bins().getFirst().from()).isEqualTo(0.5);
    }

    @Test
    void withoutCasesThereIsNoFigure() {
        Reliability none = Reliability.of(new double[0], new boolean[0], 10);
        assertThat(none.brier()).isNaN();
        assertThat(none.expectedError()).isNaN();
        assertThat(none.bins()).isEmpty();
    }

    @Test
    void onlyProbabilitiesAreMeasured() {
        assertThatThrownBy(() -> Reliability.of(new double[] {1.1}, new boolean[1], 10))
                .hasMessage("probability 0 is 1.1, not 0 to 1");
        assertThatThrownBy(() -> Reliability.of(new double[] {Double.NaN}, new boolean[1], 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

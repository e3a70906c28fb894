package dev.quell.backtest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void linearBetweenTheNearest() {
        Quantiles quantiles = Quantiles.of(new double[] {4, 1, 3, 2});
        assertThat(quantiles.median()).isEqualTo(2.5);
        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(0.25)).isEqualTo(1.75);
        assertThat(quantiles.at(1)).isEqualTo(4);
        assertThat(Quantiles.of(new double[] {9, 7, 8}).median()).isEqualTo(8);
        assertThat(Quantiles.of(new double[] {5}).at(0.9)).isEqualTo(5);
    }

    @Test
    void anEmptySampleHasNone() {
        assertThat(Quantiles.of(new double[0]).median()).isNaN();
    }

    @Test
    void sharesAreZeroToOne() {
        assertThatThrownBy(() -> Quantiles.of(new double[] {1}).at(1.01))
                .hasMessage("a quantile's share is 0 to 1, not 1.01");
    }
}

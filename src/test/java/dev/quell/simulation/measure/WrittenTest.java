package dev.quell.simulation.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.backtest.measure.Confusion.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.0001, 0.010 %",
        "0.00999, 0.999 %",
        "0.01, 1.00 %",
        "0.0999, 9.99 %",
        "0.1, 10.0 %",
        "1, 100 %",
        "NaN, –"
    })
    void sharesHaveAsManyPlacesAsTheyNeed(double share, String written) {
        assertThat(Written.percent(share)).isEqualTo(written);
    }

    @Test
    void intervalIsWilsons() {
        assertThat(Written.interval(new Share(0, 100))).isEqualTo("0 % [0 %, 3.70 %]");
        assertThat(Written.interval(new Share(0, 0))).isEqualTo("–");
    }

    @Test
    void callThatNeverCameIsNever() {
        assertThat(Written.call(4)).isEqualTo("4");
        assertThat(Written.call(Double.POSITIVE_INFINITY)).isEqualTo("never");
        assertThat(Written.call(Double.NaN)).isEqualTo("–");
    }
}

package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.call.Wilson.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /** From Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void publishedExamples(double successes, double trials, double lower, double upper) {
        Interval interval = Wilson.interval(successes, trials, 1.959964);
        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @Test
    void lowerBoundIsTheIntervalsLowerEnd() {
        assertThat(Wilson.lowerBound(3, 4))
                .isEqualTo(Wilson.interval(3, 4, Wilson.Z_95).lower());
        assertThat(Wilson.lowerBound(4, 4)).isCloseTo(0.51, within(0.001));
        assertThat(Wilson.lowerBound(0, 4)).isZero();
    }

    @Test
    void endsAreExact() {
        assertThat(Wilson.interval(0, 7, Wilson.Z_95).lower()).isZero();
        assertThat(Wilson.interval(7, 7, Wilson.Z_95).upper()).isEqualTo(1);
        assertThat(Wilson.interval(0, 0, Wilson.Z_95)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatThrownBy(() -> Wilson.interval(2, 1, 1.96)).hasMessage("successes are 0 to trials, not 2.0 of 1.0");
    }
}

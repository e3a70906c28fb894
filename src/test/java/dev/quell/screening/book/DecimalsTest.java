package dev.quell.screening.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void halfIsRoundedAwayFromZero() {
        assertThat(Decimals.two(0.125)).isEqualTo("0.13");
        assertThat(Decimals.two(-0.125)).isEqualTo("-0.13");
        assertThat(Decimals.one(0.25)).isEqualTo("0.3");
    }

    @Test
    void zeroHasNoMinus() {
        assertThat(Decimals.signed(0)).isEqualTo("+0.00");
        assertThat(Decimals.signed(-0.004)).isEqualTo("+0.00");
        assertThat(Decimals.signed(-0.006)).isEqualTo("-0.01");
    }

    @Test
    void whatIsNoDecimalIsToldAsItIs() {
        assertThat(Decimals.two(Double.NaN)).isEqualTo("NaN");
        assertThat(Decimals.two(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    }

    @Test
    void itReadsAsTheLibraryWouldWriteIt() {
        SplittableRandom dice = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double value = dice.nextInt(-1_000_000, 1_000_000) / 1024.0;
            if (Math.abs(value) >= 0.01) {
                assertThat(Decimals.signed(value)).isEqualTo(String.format(Locale.ROOT, "%+.2f", value));
            }
        }
    }
}

package dev.quell.backtest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.backtest.measure.Confusion.Share;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    @Test
    void rates() {
        Confusion confusion = new Confusion(90, 10, 990, 10);
        assertThat(confusion.precision()).isEqualTo(new Share(90, 100));
        assertThat(confusion.recall().value()).isEqualTo(0.9);
        assertThat(confusion.falsePositiveRate().value()).isEqualTo(0.01);
        assertThat(confusion.goodHurtPer100k()).isCloseTo(1000, within(1e-9));
        assertThat(confusion.cases()).isEqualTo(1100);
    }

    @Test
    void nothingToCountIsNotANumberAndAllOfTheInterval() {
        Share none = new Confusion(0, 0, 5, 0).precision();
        assertThat(none.value()).isNaN();
        assertThat(none.interval().lower()).isZero();
        assertThat(none.interval().upper()).isEqualTo(1);
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatThrownBy(() -> new Confusion(0, -1, 0, 0)).hasMessage("counts are not negative");
    }
}

package dev.quell.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void withoutReviewsNothingIsKnown() {
        Tally none = new Tally(0, 0, 3);

        assertThat(none.decided()).isZero();
        assertThat(none.share()).isZero();
        assertThat(none.interval().lower()).isZero();
        assertThat(none.interval().upper()).isEqualTo(1);
    }

    @Test
    void theUnsureSayNothingAboutTheShare() {
        Tally tally = new Tally(98, 2, 50);

        assertThat(tally.decided()).isEqualTo(100);
        assertThat(tally.share()).isEqualTo(0.02);
        assertThat(tally.interval().lower()).isCloseTo(0.0055, within(0.0001));
        assertThat(tally.interval().upper()).isCloseTo(0.0700, within(0.0001));
    }

    @Test
    void countsBeginAtNought() {
        assertThatThrownBy(() -> new Tally(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tally(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}

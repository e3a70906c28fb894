package dev.quell.classifier.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    /** On the scale of the logarithm of one more than the count: nothing at 1, half at 2, all at 4. */
    private final Growth growth = Growth.above(1).through(3, 0.5).through(15, 1.0);

    /** The counts between points are 2^(1.5) - 1 and 2^3 - 1, halfway on that scale. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "1.8284271247461903, 0.25", "3, 0.5", "7, 0.75", "15, 1"})
    void betweenPointsItGrowsEvenlyWithTheLogarithm(double count, double share) {
        assertThat(growth.share(count)).isCloseTo(share, EXACTLY);
    }

    @Test
    void beyondTheLastPointItGrowsAQuarterAsFast() {
        assertThat(growth.share(63)).isCloseTo(1 + 0.25 * 0.5, EXACTLY);
    }

    @Test
    void theLastPointIsTheWholeWeightWhateverItsNumber() {
        Growth points = Growth.above(0).through(5, 0.6).through(10, 1.2).through(20, 1.6);

        assertThat(points.share(5)).isCloseTo(0.6 / 1.6, EXACTLY);
        assertThat(points.share(10)).isCloseTo(1.2 / 1.6, EXACTLY);
        assertThat(points.share(20)).isCloseTo(1, EXACTLY);
    }

    @Test
    void withoutAPointItIsNothingUpToItsCount() {
        assertThat(Growth.above(3).share(3)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"5, 1.1", "4, 1.1", "5.1, 1", "5.1, 0.9"})
    void aPointThatDoesNotRiseInBothIsRefused(double count, double points) {
        Growth before = Growth.above(0).through(5, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> before.through(count, points))
                .withMessage("the points of a growth rise in count and weight");
    }

    @Test
    void aPointThatRisesByLittleIsTaken() {
        assertThat(Growth.above(0).through(5, 1).through(5.1, 1.1).share(5.1)).isCloseTo(1, EXACTLY);
    }
}

package dev.quell.backtest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.backtest.measure.Roc.Point;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocTest {

    /** The example in scikit-learn's documentation of roc_auc_score, roc_curve and average_precision_score: 0.75 and 0.83. */
    private static final Roc PUBLISHED =
            Roc.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});

    @Test
    void publishedExample() {
        assertThat(PUBLISHED.auc()).isEqualTo(0.75);
        assertThat(PUBLISHED.averagePrecision()).isCloseTo(0.8333333333, within(1e-9));
        assertThat(PUBLISHED.rocPoints(100))
                .containsExactly(
                        new Point(0, 0, Double.POSITIVE_INFINITY),
                        new Point(0, 0.5, 0.8),
                        new Point(0.5, 0.5, 0.4),
                        new Point(0.5, 1, 0.35),
                        new Point(1, 1, 0.1));
        assertThat(PUBLISHED.precisionRecallPoints(100))
                .containsExactly(
                        new Point(0.5, 1, 0.8),
                        new Point(0.5, 0.5, 0.4),
                        new Point(1, 2.0 / 3, 0.35),
                        new Point(1, 0.5, 0.1));
    }

    @Test
    void tiesCountHalfAndAreTakenTogether() {
        Roc roc = Roc.of(new double[] {2, 1, 1, 1, 0}, new boolean[] {true, true, false, false, false});
        // pairs won: 3 of the first; of the second 1 and two halves; of 6
        assertThat(roc.auc()).isCloseTo(5.0 / 6, within(1e-12));
        // 1/2 at precision 1, then 1/2 at 2 of 4
        assertThat(roc.averagePrecision()).isEqualTo(0.75);
        assertThat(roc.distinctScores()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allTiedTellsNothingInAnyOrder(boolean nuisanceFirst) {
        Roc roc = Roc.of(new double[] {3, 3, 3, 3}, new boolean[] {nuisanceFirst, false, false, !nuisanceFirst});
        assertThat(roc.auc()).isEqualTo(0.5);
        assertThat(roc.averagePrecision()).isEqualTo(0.25);
    }

    @Test
    void zeroAndMinusZeroAreOneScore() {
        assertThat(Roc.of(new double[] {0.0, -0.0}, new boolean[] {true, false}).auc())
                .isEqualTo(0.5);
    }

    @Test
    void perfectAndReversed() {
        boolean[] label = {false, false, true};
        assertThat(Roc.of(new double[] {1, 2, 3}, label).auc()).isEqualTo(1);
        assertThat(Roc.of(new double[] {1, 2, 3}, label).averagePrecision()).isEqualTo(1);
        assertThat(Roc.of(new double[] {3, 2, 1}, label).auc()).isZero();
        assertThat(Roc.of(new double[] {3, 2, 1}, label).averagePrecision()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void recallAtARateCountsOnlyThresholdsWithin() {
        assertThat(PUBLISHED.recallAt(0)).isEqualTo(0.5);
        assertThat(PUBLISHED.recallAt(0.49)).isEqualTo(0.5);
        assertThat(PUBLISHED.recallAt(0.5)).isEqualTo(1);
        assertThat(Roc.of(new double[] {1, 2}, new boolean[] {true, false}).recallAt(0.99))
                .isZero();
        // a tie at the top may not be split
        assertThat(Roc.of(new double[] {1, 1}, new boolean[] {true, false}).recallAt(0.5))
                .isZero();
    }

    @Test
    void oneKindAloneHasNoCurve() {
        Roc good = Roc.of(new double[] {1, 2}, new boolean[] {false, false});
        assertThat(good.auc()).isNaN();
        assertThat(good.averagePrecision()).isNaN();
        assertThat(good.recallAt(0.1)).isNaN();
        assertThat(good.rocPoints(10)).isEmpty();
        assertThat(good.precisionRecallPoints(10)).isEmpty();
        Roc none = Roc.of(new double[0], new boolean[0]);
        assertThat(none.auc()).isNaN();
        assertThat(none.histogram(3).bins()).hasSize(3);
    }

    @Test
    void agreesWithCountingPairs() {
        Random random = new Random(3);
        double[] score = new double[400];
        boolean[] label = new boolean[400];
        for (int i = 0; i < score.length; i++) {
            label[i] = random.nextInt(4) == 0;
            score[i] = random.nextInt(12) + (label[i] ? 2 : 0);
        }
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < score.length; i++) {
            for (int j = 0; j < score.length; j++) {
                if (label[i] && !label[j]) {
                    pairs++;
                    won += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(Roc.of(score, label).auc()).isCloseTo(won / pairs, within(1e-12));
    }

    @Test
    void pointsForAPlotAreFewAndKeepTheEnds() {
        Random random = new Random(4);
        double[] score = random.doubles(50_000).toArray();
        boolean[] label = new boolean[score.length];
        for (int i = 0; i < label.length; i++) {
            label[i] = random.nextInt(10) == 0;
        }
        List<Point> points = Roc.of(score, label).rocPoints(100);
        assertThat(points.size()).isBetween(50, 110);
        assertThat(points.getFirst().x()).isZero();
        assertThat(points.getLast()).extracting(Point::x, Point::y).containsExactly(1.0, 1.0);
    }

    @Test
    void histogramPutsBordersInTheUpperBinAndTheEndInTheLast() {
        Histogram histogram = Roc.of(new double[] {0, 1, 2, 4, 4}, new boolean[] {false, false, true, true, false})
                .histogram(4);
        assertThat(histogram)
                .isEqualTo(new Histogram(
                        0,
                        4,
                        List.of(
                                new Histogram.Bin(1, 0),
                                new Histogram.Bin(1, 0),
                                new Histogram.Bin(0, 1),
                                new Histogram.Bin(1, 1))));
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        assertThatThrownBy(() -> Roc.of(new double[] {1}, new boolean[0])).hasMessage("1 scores and 0 labels");
        assertThatThrownBy(() -> Roc.of(new double[] {1, Double.NaN}, new boolean[2]))
                .hasMessage("score 1 is not a number");
    }
}

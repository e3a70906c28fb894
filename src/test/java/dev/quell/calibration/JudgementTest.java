package dev.quell.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static Figures figures(double auc, long deterredGood) {
        return new Figures(
                auc,
                0.5,
                0.3,
                0.1,
                0.05,
                Map.of(Treated.DETERRED, deterredGood),
                Map.of(Treated.PASSED, 10L),
                deterredGood);
    }

    @Test
    void isProposedFrom128StandardErrorsOn() {
        assertThat(Judgement.against(new Comparison(figures(0.9, 1), figures(0.9, 1), 1.28)))
                .isEmpty();
        assertThat(Judgement.against(new Comparison(figures(0.9, 1), figures(0.9, 1), 1.27)))
                .hasValue(
                        "it is not better than the present weights by more than chance (1.3 standard errors, 1.28 needed)");
    }

    @Test
    void isNotProposedWhereOneMoreGoodCallWouldBeDeterred() {
        assertThat(Judgement.against(new Comparison(figures(0.9, 1), figures(0.95, 2), 9)))
                .hasValue("it would have deterred or blocked 2 good calls instead of 1");
        assertThat(Judgement.against(new Comparison(figures(0.9, 2), figures(0.95, 1), 9)))
                .isEmpty();
    }

    @Test
    void isNotProposedWhereTheOrderOfCallsSuffers() {
        assertThat(Judgement.against(new Comparison(figures(0.9, 0), figures(0.894, 0), 9)))
                .hasValue("it tells nuisance from good less well: AUC 0.8940 instead of 0.9000");
        assertThat(Judgement.against(new Comparison(figures(0.9, 0), figures(0.896, 0), 9)))
                .isEmpty();
    }
}

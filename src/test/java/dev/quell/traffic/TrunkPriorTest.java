package dev.quell.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much likelier than elsewhere a trunk's calls are a nuisance. */
class TrunkPriorTest {

    private final Scene scene = new Scene();
    private int serial;

    private void calls(String trunk, int good, int noise) {
        scene.over(trunk);
        for (int i = 0; i < good + noise; i++) {
            scene.had(Scene.number(serial++), i < good ? CallOutcome.SPOKE : CallOutcome.NOISE);
        }
    }

    private double prior(String trunk) {
        return scene.over(trunk).around().trunk().nuisanceLogOdds();
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    @Test
    void aTrunkAloneIsLikeTheSite() {
        calls("a", 900, 100);

        assertThat(prior("a")).isZero();
    }

    @Test
    void isDrawnTowardTheSiteByTwoHundredCalls() {
        calls("a", 880, 120);
        calls("b", 920, 80);

        assertThat(prior("a")).isCloseTo(logit(140 / 1200.0) - logit(0.1), within(1e-9));
        assertThat(prior("b")).isCloseTo(logit(100 / 1200.0) - logit(0.1), within(1e-9));
    }

    @Test
    void isAtMostOneEitherWay() {
        calls("a", 0, 2000);
        calls("b", 20_000, 0);

        assertThat(prior("a")).isEqualTo(1);
        assertThat(prior("b")).isEqualTo(-1);
    }

    @Test
    void oneNuisanceAmongAThousandSaysLittle() {
        calls("a", 499, 1);
        calls("b", 500, 0);

        assertThat(prior("a")).isBetween(0.0, 0.1);
        assertThat(prior("b")).isBetween(-0.1, 0.0);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 3", "400, 3"})
    void oneHarasserCountsThreeTimesADay(int calls, int counted) {
        calls("a", 500, 0);
        calls("b", 500, 0);
        for (int i = 0; i < calls; i++) {
            scene.over("a").had(Scene.number(99_000_000), CallOutcome.NOISE);
        }

        double site = counted / (1000.0 + counted);
        double pseudo = 5 / site;
        assertThat(prior("a"))
                .isCloseTo(logit((counted + pseudo * site) / (500 + counted + pseudo)) - logit(site), within(1e-9));
    }

    @Test
    void agentsFlagsCountAndCanBeTakenBack() {
        calls("a", 500, 50);
        calls("b", 500, 50);
        CallerNumber caller = Scene.number(1);

        scene.watch().flagged(caller, "a", scene.now());
        assertThat(prior("a")).isPositive();
        scene.watch().unflagged(caller, "a", scene.now());
        assertThat(prior("a")).isZero();
    }

    @Test
    void aFlaggedCallThatWasNoiseCountsOnce() {
        calls("a", 500, 50);
        calls("b", 500, 50);
        scene.over("a").watch().flagged(Scene.number(77_000_000), "a", scene.now());
        scene.had(Scene.number(77_000_000), CallOutcome.NOISE);
        scene.over("b").had(Scene.number(77_000_001), CallOutcome.NOISE);

        assertThat(prior("a")).isCloseTo(0, within(1e-12));
    }

    @Test
    void thirtyDaysCount() {
        calls("a", 500, 100);
        calls("b", 500, 0);
        scene.pass(Duration.ofDays(29));
        calls("b", 1, 0);
        assertThat(prior("a")).isGreaterThan(0.3);

        scene.pass(Duration.ofDays(1));
        calls("a", 1, 0);
        calls("b", 1, 0);
        assertThat(prior("a")).isZero();
    }

    @Test
    void silenceOfATrunkAtFaultIsNoNuisance() {
        calls("a", 500, 50);
        calls("b", 500, 50);
        scene.pass(Duration.ofMinutes(11)).over("a");
        double before = prior("a");
        for (int i = 0; i < 200; i++) {
            scene.had(Scene.number(serial++), CallOutcome.SILENT);
        }

        assertThat(scene.around().trunk().fault()).isTrue();
        assertThat(prior("a")).isBetween(before, before + 0.1);
    }
}

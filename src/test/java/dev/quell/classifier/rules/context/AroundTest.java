package dev.quell.classifier.rules.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.classifier.CallClass;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Family;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Wording;
import dev.quell.history.CallerProfile;
import dev.quell.testing.CallBuilder;
import dev.quell.traffic.Surroundings;
import dev.quell.traffic.Surroundings.Line;
import dev.quell.traffic.Surroundings.Range;
import dev.quell.traffic.Surroundings.Trunk;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AroundTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"0.1, 111", "-0.1, 90", "0.6931471805599453, 200", "-0.6931471805599453, 50"})
    void aTrunksOddsAreToldInPercentOfTheUsual(double logOdds, long percent) {
        assertThat(new TrunkPrior().look(over(new Trunk(logOdds, 0, 0, 0, false))))
                .hasValueSatisfying(hit -> {
                    assertThat(hit.share()).isCloseTo(logOdds, within(1e-12));
                    assertThat(hit.seen()).isEqualTo(new Seen(percent, 0));
                });
    }

    @Test
    void aTrunkAlmostLikeTheOthersTellsNothing() {
        assertThat(new TrunkPrior().look(over(new Trunk(0.0999, 0, 0, 0, false))))
                .isEmpty();
        assertThat(new TrunkPrior().look(over(new Trunk(-0.0999, 0, 0, 0, false))))
                .isEmpty();
    }

    @Test
    void aSilentTrunkIsToldWithItsCallersAndTheirShare() {
        assertThat(new TrunkSilence().look(over(new Trunk(0, 0.4, 0.02, 12, true))))
                .map(Hit::seen)
                .contains(new Seen(12, 40));
        assertThat(new TrunkSilence().look(over(new Trunk(0, 0.4, 0.02, 12, false))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8, 4, true", "7, 4, false", "8, 3, false"})
    void aRangeIsDenseFromEightNuisancesInFourTens(int nuisances, int tens, boolean dense) {
        Surroundings around = new Surroundings(Trunk.UNKNOWN, Line.CALM, new Range(nuisances, tens), false);

        assertThat(new RangeDensity().look(amid(around)).isPresent()).isEqualTo(dense);
    }

    @ParameterizedTest
    @CsvSource({"VOLUME, 0.01, true", "VOLUME, 0, false", "VOLUME, -0.4, false", "OUTCOME, 1, false"})
    void aStormMutesWhatVolumeCountsAgainstTheCaller(Family family, double weight, boolean muted) {
        assertThat(new CallbackStorm().mutes(entry(family, weight, CallClass.SILENT)))
                .isEqualTo(muted);
    }

    @ParameterizedTest
    @CsvSource({
        "VOLUME, 0.01, NORMAL, true",
        "VOLUME, 0, NORMAL, false",
        "OUTCOME, 0.01, NORMAL, true",
        "OUTCOME, 0, NORMAL, false",
        "OUTCOME, -2.5, NORMAL, false",
        "COUNTED, 0, ABUSIVE, true",
        "COUNTED, 0, SILENT, false",
        "IDENTITY, 1, ABUSIVE, false",
        "IN_CALL, 1, ABUSIVE, false"
    })
    void aBorrowedNumberMutesWhatWasDoneUnderIt(Family family, double weight, CallClass speaksFor, boolean muted) {
        assertThat(new TwoTrunks().mutes(entry(family, weight, speaksFor))).isEqualTo(muted);
    }

    private static CatalogueEntry entry(Family family, double weight, CallClass speaksFor) {
        return new CatalogueEntry(
                "A_RULE", family, weight, speaksFor, "test", "测试", new Wording("test"), new Wording("测试"));
    }

    private static Evidence over(Trunk trunk) {
        return amid(new Surroundings(trunk, Line.CALM, Range.EMPTY, false));
    }

    private static Evidence amid(Surroundings surroundings) {
        return Evidence.arriving(
                CallBuilder.aCall().at(NOW), CallerProfile.stranger(NOW), surroundings, Optional.empty(), true);
    }
}

package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    private final Model model = new Model(0.03, 0.3, ClassifierSettings.Calibration.NONE);

    @Test
    void nothingKnownGivesThePrior() {
        assertThat(model.probability(List.of())).isCloseTo(0.03, EXACTLY);
    }

    @Test
    void theLargestOfAFamilyCountsWholeTheOthersAt30Percent() {
        List<Symbol> symbols = model.weigh(List.of(
                finding("ONE", Family.VOLUME, 1.0),
                finding("TWO", Family.VOLUME, 2.0),
                finding("THREE", Family.OUTCOME, 0.5)));

        assertThat(symbols).extracting(Symbol::name).containsExactly("TWO", "THREE", "ONE");
        assertThat(symbols.get(0).counted()).isCloseTo(2.0, EXACTLY);
        assertThat(symbols.get(1).counted()).isCloseTo(0.5, EXACTLY);
        assertThat(symbols.get(2).counted()).isCloseTo(0.3, EXACTLY);
        assertThat(symbols.get(2).weight()).isCloseTo(1.0, EXACTLY);
    }

    @Test
    void ofTwoAsLargeOneCountsWhole() {
        List<Symbol> symbols =
                model.weigh(List.of(finding("ONE", Family.VOLUME, 1.0), finding("TWO", Family.VOLUME, 1.0)));

        assertThat(symbols).extracting(Symbol::name).containsExactly("ONE", "TWO");
        assertThat(symbols).extracting(Symbol::counted).containsExactly(1.0, 0.3);
    }

    @Test
    void aFamilyAccusesFrom0Point3On() {
        List<Symbol> symbols =
                model.weigh(List.of(finding("ONE", Family.VOLUME, 0.3), finding("TWO", Family.OUTCOME, 0.2999)));

        assertThat(Model.accusing(symbols)).containsExactly(Family.VOLUME);
    }

    @Test
    void whatIsMutedCountsNothingAndDampsNothing() {
        Finding muted = new Finding(new Named("ONE"), entry("ONE", Family.VOLUME, 3.0), Hit.WHOLE, true);
        List<Symbol> symbols = model.weigh(List.of(muted, finding("TWO", Family.VOLUME, 1.0)));

        assertThat(symbols).extracting(Symbol::name).containsExactly("TWO", "ONE");
        assertThat(symbols).extracting(Symbol::counted).containsExactly(1.0, 0.0);
        assertThat(symbols).extracting(Symbol::weight).containsExactly(1.0, 3.0);
    }

    @Test
    void whatSpeaksForTheCallerAlwaysCountsWhole() {
        List<Symbol> symbols = model.weigh(List.of(
                finding("FOR_ONE", Family.OUTCOME, -2.5),
                finding("FOR_TWO", Family.OUTCOME, -2.0),
                finding("AGAINST", Family.OUTCOME, 1.0)));

        assertThat(symbols).extracting(Symbol::counted).containsExactly(-2.5, -2.0, 1.0);
        assertThat(Model.accusing(symbols)).containsExactly(Family.OUTCOME);
    }

    @Test
    void theSumIsInLogOdds() {
        double prior = Math.log(0.03 / 0.97);
        List<Symbol> symbols = model.weigh(List.of(finding("ONE", Family.VOLUME, -prior)));

        assertThat(model.probability(symbols)).isCloseTo(0.5, EXACTLY);
    }

    @Test
    void aShareScalesTheWeight() {
        Finding half = new Finding(new Named("ONE"), entry("ONE", Family.VOLUME, 3.0), Hit.of(0.5, 0, 0), false);

        assertThat(model.weigh(List.of(half)).getFirst().weight()).isCloseTo(1.5, EXACTLY);
    }

    private static Finding finding(String symbol, Family family, double weight) {
        return new Finding(new Named(symbol), entry(symbol, family, weight), Hit.WHOLE, false);
    }

    private static CatalogueEntry entry(String symbol, Family family, double weight) {
        return new CatalogueEntry(
                symbol, family, weight, CallClass.SILENT, "test", "测试", new Wording("test"), new Wording("测试"));
    }

    /** A rule of that name that finds nothing. */
    private record Named(String symbol) implements Rule {
        @Override
        public Optional<Hit> look(Evidence evidence) {
            return Optional.empty();
        }
    }
}

package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.classifier.rules.Rules;
import dev.quell.testing.ShippedSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue shipped = Catalogue.shipped();

    @Test
    void everySymbolIsDescribedInBothLanguages() {
        assertThat(shipped.entries()).hasSize(43).allSatisfy(entry -> {
            assertThat(entry.description()).hasSizeBetween(5, 50).isPrintable();
            assertThat(entry.descriptionZh()).matches(".*\\p{IsHan}.*");
        });
    }

    @Test
    void whatActsBesideTheModelWeighsNothing() {
        assertThat(shipped.entries())
                .filteredOn(entry -> entry.family() == Family.COUNTED || entry.family() == Family.LIST)
                .hasSize(7)
                .allMatch(entry -> entry.weight() == 0);
    }

    @Test
    void noSymbolReachesTheDeterrentAloneButSilenceWhichIsListenedTo() {
        double needed = Math.log(0.95 / 0.05) - Math.log(0.03 / 0.97);

        assertThat(shipped.entries())
                .filteredOn(entry -> entry.speaksFor() != CallClass.SILENT)
                .allMatch(entry -> entry.weight() < needed);
    }

    private Catalogue weighing(String symbol, double weight) {
        return new CatalogueChanges(Map.of(symbol, weight), Map.of()).of(shipped);
    }

    @Test
    void aSitesWeightReplacesTheShippedOne() {
        Catalogue changed = weighing("CLI_WITHHELD", 0.0);

        assertThat(changed.find("CLI_WITHHELD"))
                .hasValueSatisfying(entry -> assertThat(entry.weight()).isZero());
        assertThat(changed.find("CLI_INVALID")).isEqualTo(shipped.find("CLI_INVALID"));
    }

    @Test
    void aSitesWeightChangesTheVersion() {
        ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class);
        ClassifierSettings changed =
                ShippedSettings.of("quell.classifier", ClassifierSettings.class, "weights.CLI_WITHHELD", "0.4");

        assertThat(classifier(settings).version())
                .matches("r3-[0-9a-f]{8}")
                .isEqualTo(classifier(settings).version())
                .isNotEqualTo(classifier(changed).version());
    }

    private Classifier classifier(ClassifierSettings settings) {
        return new Classifier(Rules.all(settings, number -> false, number -> false), shipped, settings);
    }

    @Nested
    class Refuses {

        @Test
        void anUnknownSymbolAndNamesTheNearOne() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> weighing("CLI_WITHELD", 0.5))
                    .withMessage(
                            "quell.classifier.weights.CLI_WITHELD: there is no such symbol; did you mean CLI_WITHHELD?");
        }

        @Test
        void aWeightForWhatActsBesideTheModel() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> weighing("FLAGS_DETER", 3.0))
                    .withMessageContaining("weights.FLAGS_DETER: it acts beside the model and has no weight");
        }

        @Test
        void aWeightThatIsNoNumberOrTooStrong() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> weighing("CLI_OWN", 10.01))
                    .withMessage("quell.classifier.weights.CLI_OWN: the weight of CLI_OWN must lie between -10 and 10");
            assertThatIllegalArgumentException().isThrownBy(() -> weighing("CLI_OWN", Double.NaN));
            assertThat(weighing("CLI_OWN", -10.0).find("CLI_OWN")).isPresent();
        }

        @Test
        void aSymbolTwice() {
            String line = "A_RULE,VOLUME,1,NORMAL,words,字,seen,见";

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Catalogue.parse(List.of(line, line)))
                    .withMessage("A_RULE is in the catalogue twice");
        }

        @Test
        void aLineOfFiveFields() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Catalogue.parse(List.of("A_RULE,VOLUME,1,NORMAL,words")))
                    .withMessageContaining("8 fields, not 5");
        }

        @Test
        void aDescriptionOf51Characters() {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Catalogue.parse(List.of("A_RULE,VOLUME,1,NORMAL," + "w".repeat(51) + ",字,seen,见")));
            assertThat(Catalogue.parse(List.of("A_RULE,VOLUME,1,NORMAL," + "w".repeat(50) + ",字,seen,见"))
                            .entries())
                    .hasSize(1);
        }

        @Test
        void aRuleWithoutALine() {
            ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Classifier(
                            Rules.all(settings, number -> false, number -> false),
                            Catalogue.parse(List.of()),
                            settings))
                    .withMessageStartingWith("each rule needs one line of the catalogue");
        }
    }
}

package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.testing.ShippedSettings;
import dev.quell.testing.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueChangesTest {

    @Test
    void aSiteChangesALineAndWhatItLeavesOutStays() {
        CatalogueEntry shipped = Catalogue.shipped().find("CLI_WITHHELD").orElseThrow();
        CatalogueEntry changed = Standards.classifier(
                        "symbols.CLI_WITHHELD.weight", "0.5",
                        "symbols.CLI_WITHHELD.description", "anonymous",
                        "symbols.CLI_WITHHELD.description-zh", "匿名来电",
                        "symbols.CLI_WITHHELD.family", "context",
                        "symbols.CLI_WITHHELD.class", "spoof-suspect")
                .standard()
                .catalogue()
                .find("CLI_WITHHELD")
                .orElseThrow();

        assertThat(changed.weight()).isEqualTo(0.5);
        assertThat(changed.description(Language.ENGLISH)).isEqualTo("anonymous");
        assertThat(changed.description(Language.CHINESE)).isEqualTo("匿名来电");
        assertThat(changed.family()).isEqualTo(Family.CONTEXT);
        assertThat(changed.speaksFor()).isEqualTo(CallClass.SPOOF_SUSPECT);
        assertThat(changed.finding()).isEqualTo(shipped.finding());
        assertThat(ShippedWeights.differing(changed)).contains(shipped.weight());
        assertThat(ShippedWeights.differing(shipped)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            symbols.CLI_WITHELD.weight  | 1      | symbols.CLI_WITHELD: there is no such symbol; did you mean CLI_WITHHELD?
            symbols.CLI_OWN.weight      | 10.01  | symbols.CLI_OWN: the weight of CLI_OWN must lie between -10 and 10
            symbols.FLAGS_DETER.weight  | 1      | symbols.FLAGS_DETER: it acts beside the model and has no weight
            symbols.CLI_OWN.family      | list   | symbols.CLI_OWN: LIST and COUNTED act beside the model
            symbols.CLI_OWN.description | ''     | symbols.CLI_OWN: CLI_OWN needs a description of at most 50 characters
            damping                     | 0      | damping: must lie above 0 and be at most 1, such as 0.3
            damping                     | 1.01   | damping: must lie above 0 and be at most 1, such as 0.3
            """)
    void whatCannotBeIsRefusedWithItsKey(String key, String value, String sentence) {
        assertThatThrownBy(() -> ShippedSettings.of("quell.classifier", ClassifierSettings.class, key, value))
                .rootCause()
                .hasMessageContaining("quell.classifier." + sentence);
    }

    @Test
    void aWeightInTwoPlacesIsRefused() {
        assertThatThrownBy(() -> ShippedSettings.of(
                        "quell.classifier",
                        ClassifierSettings.class,
                        "weights.CLI_OWN",
                        "1",
                        "symbols.CLI_OWN.weight",
                        "2"))
                .rootCause()
                .hasMessageContaining("quell.classifier.weights.CLI_OWN: its weight stands under symbols.CLI_OWN too");
    }

    @Test
    void theVersionCoversWhateverChangesVerdicts() {
        String shipped = Standards.classifier().version();

        assertThat(shipped).isEqualTo(Standards.classifier().version());
        assertThat(Standards.classifier("damping", "0.31").version()).isNotEqualTo(shipped);
        assertThat(Standards.classifier("symbols.CLI_OWN.family", "context").version())
                .isNotEqualTo(shipped);
        assertThat(Standards.classifier("listen.spacing", "11m").version()).isNotEqualTo(shipped);
    }
}

package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SymbolSettingsTest {

    private final Catalogue shipped = Catalogue.shipped();

    @Test
    void whatActsBesideTheModelTakesADescriptionAndAClassOnly() {
        CatalogueEntry changed = shipped.changed("FLAGS_DETER", change(null, "flagged", CallClass.SPOOF_SUSPECT))
                .find("FLAGS_DETER")
                .orElseThrow();

        assertThat(changed.description()).isEqualTo("flagged");
        assertThat(changed.speaksFor()).isEqualTo(CallClass.SPOOF_SUSPECT);
        assertThat(changed.family()).isEqualTo(Family.COUNTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shipped.changed("FLAGS_DETER", change(Family.VOLUME, "flagged", CallClass.ABUSIVE)))
                .withMessage("it acts beside the model and has no weight; take it out of the list");
    }

    @Test
    void whatWeighsMovesToAFamilyThatWeighs() {
        assertThat(shipped.changed("CLI_OWN", change(Family.CONTEXT, "ours", CallClass.NORMAL))
                        .find("CLI_OWN"))
                .map(CatalogueEntry::family)
                .contains(Family.CONTEXT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shipped.changed("CLI_OWN", change(Family.COUNTED, "ours", CallClass.NORMAL)))
                .withMessage(
                        "LIST and COUNTED act beside the model; take IDENTITY, VOLUME, OUTCOME, IN_CALL or CONTEXT");
    }

    @Test
    void theShippedWeightIsToldOfALineWithAnother() {
        CatalogueEntry line = shipped.find("CLI_OWN").orElseThrow();

        assertThat(ShippedWeights.differing(line)).isEmpty();
        assertThat(ShippedWeights.differing(SymbolSettings.weighing(2.4).of(line)))
                .contains(2.5);
        assertThat(ShippedWeights.differing(SymbolSettings.weighing(2.5).of(line)))
                .isEmpty();
    }

    private static SymbolSettings change(@Nullable Family family, String description, CallClass kind) {
        return new SymbolSettings(
                Optional.empty(),
                Optional.of(description),
                Optional.empty(),
                Optional.ofNullable(family),
                Optional.of(kind));
    }
}

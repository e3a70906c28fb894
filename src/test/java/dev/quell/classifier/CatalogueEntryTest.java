package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueEntryTest {

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "A1_", "ABCDEFGHIJKLMNOPQRSTUV"})
    void aSymbolIs3To22LettersDigitsAndUnderscores(String symbol) {
        assertThat(entry(symbol, 1, "words", "字").symbol()).isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB", "ABCDEFGHIJKLMNOPQRSTUVW", "1AB", "Abc", "A-B", "ABC\n"})
    void anyOtherSymbolIsRefused(String symbol) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(symbol, 1, "words", "字"))
                .withMessage("a symbol is 3 to 22 of A-Z, 0-9 and _, not " + symbol);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-10, 0, 10})
    void aWeightLiesBetweenMinus10And10(double weight) {
        assertThat(entry("A_RULE", weight, "words", "字").weight()).isEqualTo(weight);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-10.01, 10.01, Double.NaN})
    void anyOtherWeightIsRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry("A_RULE", weight, "words", "字"))
                .withMessage("the weight of A_RULE must lie between -10 and 10");
    }

    @Test
    void aDescriptionHas50CharactersAtMostInEitherLanguage() {
        assertThat(entry("A_RULE", 1, "w".repeat(50), "字".repeat(50)).descriptionZh())
                .hasSize(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry("A_RULE", 1, "w".repeat(51), "字"))
                .withMessage("A_RULE needs a description of at most 50 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> entry("A_RULE", 1, "words", "字".repeat(51)));
        assertThatIllegalArgumentException().isThrownBy(() -> entry("A_RULE", 1, " ", "字"));
    }

    @Test
    void itSpeaksBothLanguages() {
        CatalogueEntry entry = entry("A_RULE", 1, "words", "字");

        assertThat(entry.description(Language.ENGLISH)).isEqualTo("words");
        assertThat(entry.description(Language.CHINESE)).isEqualTo("字");
        assertThat(entry.words(new Seen(3, 60), Language.ENGLISH, DateTimeFormatter.ISO_INSTANT))
                .isEqualTo("3 calls in 1 min");
        assertThat(entry.words(new Seen(3, 60), Language.CHINESE, DateTimeFormatter.ISO_INSTANT))
                .isEqualTo("1分钟内3次来电");
    }

    private static CatalogueEntry entry(String symbol, double weight, String description, String descriptionZh) {
        return new CatalogueEntry(
                symbol,
                Family.VOLUME,
                weight,
                CallClass.NORMAL,
                description,
                descriptionZh,
                new Wording("{0} calls in {1s}"),
                new Wording("{1s}内{0}次来电"));
    }
}

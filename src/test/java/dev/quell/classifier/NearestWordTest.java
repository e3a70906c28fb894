package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

    @ParameterizedTest
    @CsvSource({
        "STIR_C, STIR_A, STIR_C, STIR_C",
        "STIR_X, STIR_C, STIR_A, STIR_A",
        "'',     AAAA,   B,      B",
        "CLI,    CLI_OWN, C,     C",
        "ALOW,   FLOW,   ALLOW,  ALLOW",
        "BA,     AB,     BAA,    BAA"
    })
    void fewestLettersToChangeWinThenTheFirstInOrder(String typed, String one, String two, String nearest) {
        assertThat(NearestWord.to(typed, List.of(one, two))).isEqualTo(nearest);
        assertThat(NearestWord.to(typed, List.of(two, one))).isEqualTo(nearest);
    }
}

package dev.quell.asterisk.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlphabetTest {

    private static final Alphabet WORD = Alphabet.word(4, ".;");

    @Test
    void aTextOfItsCharactersUpToItsLengthIsSpelt() {
        assertThat(WORD.spells("")).isTrue();
        assertThat(WORD.spells("aZ9;")).isTrue();
        assertThat(WORD.spells("aZ9;a")).isFalse();
    }

    @Test
    void anyOtherCharacterIsNot() {
        for (char c = 0; c < 300; c++) {
            boolean known = String.valueOf(c).matches("[A-Za-z0-9.;]");
            assertThat(WORD.spells("a" + c)).as("U+%04X", (int) c).isEqualTo(known);
        }
    }
}

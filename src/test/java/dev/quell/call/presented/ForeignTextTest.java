package dev.quell.call.presented;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignTextTest {

    @Test
    void controlAndDirectionCharactersAreDropped() {
        assertThat(ForeignText.printable("a\n\r\u0000\u001b[31mb\u202e\u200bc\u2066\ufeffd", 80))
                .isEqualTo("a [31mbcd");
    }

    @Test
    void namesInAnyScriptStay() {
        assertThat(ForeignText.printable("王小明 Zoë 😀", 80)).isEqualTo("王小明 Zoë 😀");
    }

    @Test
    void brokenCharactersAreDropped() {
        assertThat(ForeignText.printable("a\ud83d\ufffdb\ue000", 80)).isEqualTo("ab");
    }

    @Test
    void lengthIsCutBetweenCharacters() {
        assertThat(ForeignText.printable("x".repeat(81), 80)).isEqualTo("x".repeat(80));
        assertThat(ForeignText.printable("x".repeat(79) + "😀", 80)).isEqualTo("x".repeat(79));
        assertThat(ForeignText.printable("x".repeat(78) + "😀", 80)).isEqualTo("x".repeat(78) + "😀");
    }

    @Test
    void blanksAreOneSpace() {
        assertThat(ForeignText.printable("  a \t\u00a0\u3000 b  ", 80)).isEqualTo("a b");
    }

    @Test
    void plainTextKeepsItsSmallAlphabetOnly() {
        assertThat(ForeignText.plain("Asterisk PBX 22.1 (x)\n\"<script>${é}\"|", 64))
                .isEqualTo("Asterisk PBX 22.1 (x)script");
        assertThat(ForeignText.plain("é".repeat(100) + "x".repeat(65), 64)).isEqualTo("x".repeat(64));
    }
}

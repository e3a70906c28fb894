package dev.quell.asterisk.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapedTest {

    @Test
    void everythingButPrintableAsciiIsEscaped() {
        assertThat(Escaped.text("a\nb\u0000\u001b[31m\u202e\u4f60\"\\"))
                .isEqualTo("\"a\\u000ab\\u0000\\u001b[31m\\u202e\\u4f60\\\"\\\\\"");
    }

    @Test
    void longTextIsCutAfter64Characters() {
        assertThat(Escaped.text("x".repeat(64))).isEqualTo("\"" + "x".repeat(64) + "\"");
        assertThat(Escaped.text("x".repeat(65))).isEqualTo("\"" + "x".repeat(64) + "...\"");
    }
}

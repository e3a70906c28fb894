package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.evidence.chain.Canonical;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactLineTest {

    private static final byte[] SALT = "00ff".getBytes(StandardCharsets.US_ASCII);

    private static String line(@Nullable Object... values) {
        Packer packer = new Packer();
        for (Object value : values) {
            packer.put("x", value);
        }
        FactLine line = new FactLine("verdict", List.of("id", "arrived_at", "z", "a"));
        line.write(ByteBuffer.wrap(packer.bytes(), 0, packer.length()), SALT);
        return new String(line.line(), 0, line.length(), StandardCharsets.UTF_8);
    }

    @Test
    void namesAreSortedAndNullsLeftOut() {
        assertThat(line("pbx:1.2", -12L, null, 0.5))
                .isEqualTo("{\"a\":0.5,\"arrived_at\":-12,\"fact\":\"verdict\",\"id\":\"pbx:1.2\",\"salt\":\"00ff\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三😀", "a\"b\\c/", "\u0000\u0001\b\t\n\u000b\f\r\u001f\u007f\u2028", "</script>"})
    void textIsAsCanonicalJsonHasIt(String text) {
        assertThat(line("pbx:1.2", Long.MIN_VALUE, text, null))
                .contains("\"z\":" + Canonical.of(text))
                .contains("\"arrived_at\":-9223372036854775808");
    }

    @ParameterizedTest
    @CsvSource({
        "0.8125, 0.8125",
        "1.0, 1",
        "-0.0, 0",
        "0.001, 0.001",
        "0.00012, 0.00012",
        "0.000001, 0.000001",
        "1e-7, 1e-7",
        "1.25e-9, 1.25e-9",
        "12345678, 12345678",
        "1e21, 1e+21",
        "1e20, 100000000000000000000"
    })
    void fractionsAreWrittenAsEcmaScriptDoes(double number, String text) {
        assertThat(Canonical.of(Map.of("n", number))).isEqualTo("{\"n\":" + text + "}");
    }
}

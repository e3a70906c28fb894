package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    private record Setting(boolean on, Optional<Double> least, Duration window) {}

    @Test
    void fieldsAreInAlphabeticalOrder() {
        assertThat(Canonical.json(new Setting(true, Optional.of(0.5), Duration.ofMinutes(30))))
                .isEqualTo("{\"least\":0.5,\"on\":true,\"window\":\"PT30M\"}");
    }

    @Test
    void whatIsMissingIsNull() {
        assertThat(Canonical.json(null)).isEqualTo("null");
        assertThat(Canonical.json(new Setting(false, Optional.empty(), Duration.ZERO)))
                .isEqualTo("{\"least\":null,\"on\":false,\"window\":\"PT0S\"}");
    }

    @Test
    void keysAndSetsAreSortedListsAreNot() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", new LinkedHashSet<>(List.of("z", "a")));
        map.put("a", List.of(Action.PASS, Action.DETER, Action.LISTEN));

        assertThat(Canonical.json(map)).isEqualTo("{\"a\":[\"PASS\",\"DETER\",\"LISTEN\"],\"b\":[\"a\",\"z\"]}");
    }

    /** Code points, in hexadecimal, with what stands for them. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            22,   \\"
            5c,   \\\\
            27,   '
            00,   \\u0000
            1f,   \\u001f
            21,   !
            6c49, 汉
            1f4de, 📞
            """)
    void whatWouldEndAWordIsEscaped(String point, String written) {
        assertThat(Canonical.json("a" + Character.toString(Integer.parseInt(point, 16)) + "b"))
                .isEqualTo("\"a" + written + "b\"");
    }

    @Test
    void aBlankIsNoControlCharacter() {
        assertThat(Canonical.json("a b")).isEqualTo("\"a b\"");
    }
}

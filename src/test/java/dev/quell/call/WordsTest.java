package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.02S, 20 ms",
        "PT1.5S, 1500 ms",
        "PT59S, 59 s",
        "PT60S, 1 min",
        "PT90S, 90 s",
        "PT30M, 30 min",
        "PT1H, 1 h",
        "PT24H, 24 h",
        "PT36H, 36 h",
        "P2D, 2 d",
        "P90D, 90 d"
    })
    void theLargestWholeUnit(Duration duration, String words) {
        assertThat(Words.of(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 silent calls", "1, 1 silent call", "2, 2 silent calls"})
    void aCountWithItsNoun(long count, String words) {
        assertThat(Words.count(count, "silent call")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PJSIP/1001, PJSIP/1001",
        "'', -",
        "'a b=c\"d', a?b?c?d",
        "'line\nbreak\u0000', line?break?",
        "\u202e\u674e, ??"
    })
    void aForeignWordBreaksNothing(String word, String safe) {
        assertThat(Words.foreign(word)).isEqualTo(safe);
    }
}

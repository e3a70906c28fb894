package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private static final long MOMENT = 1_790_000_059;

    @ParameterizedTest
    @CsvSource({
        "no number,            no number",
        "{0} of {1},           90 of 7200",
        "{1} of {0},           7200 of 90",
        "{0s} and {1s},        1 min 30 s and 2 h",
        "{0} {0},              90 90",
        "$1 and \\0 for {0},   $1 and \\0 for 90"
    })
    void placesBecomeNumbersAndAllElseStays(String text, String words) {
        assertThat(new Wording(text).of(new Seen(90, 7200), Language.ENGLISH, DateTimeFormatter.ISO_INSTANT))
                .isEqualTo(words);
    }

    @Test
    void aDurationIsWordedInTheLanguage() {
        assertThat(new Wording("{1s}内").of(new Seen(0, 7200), Language.CHINESE, DateTimeFormatter.ISO_INSTANT))
                .isEqualTo("2小时内");
    }

    @Test
    void aTimeIsToldToTheMinute() {
        assertThat(new Wording("until {1t}").of(new Seen(0, MOMENT), Language.ENGLISH, DateTimeFormatter.ISO_INSTANT))
                .isEqualTo("until 2026-09-21T14:14:00Z");
        assertThat(new Wording("{0t}").of(new Seen(1, 0), Language.ENGLISH, DateTimeFormatter.ISO_INSTANT))
                .isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void aTimeIsToldAsWhoeverAsksReadsIt() {
        DateTimeFormatter times =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

        assertThat(new Wording("有效期至{1t}").of(new Seen(0, MOMENT), Language.CHINESE, times))
                .isEqualTo("有效期至2026-09-21 22:14");
    }

    @Test
    void aTimeOfZeroNeverComes() {
        assertThat(new Wording("until {1t}").of(new Seen(7, 0), Language.ENGLISH, DateTimeFormatter.ISO_INSTANT))
                .isEqualTo("until for good");
        assertThat(new Wording("有效期至{1t}").of(new Seen(7, 0), Language.CHINESE, DateTimeFormatter.ISO_INSTANT))
                .isEqualTo("有效期至永久");
    }

    @Test
    void itHas1To80Characters() {
        assertThat(new Wording("w".repeat(80)).text()).hasSize(80);
        assertThat(new Wording("w").text()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wording("w".repeat(81)))
                .withMessageStartingWith("a wording is 1 to 80 characters with {0}, {1}, {0s}, {1s} or {1t}");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "{2}", "{0x}", "{", "a } b", "{0st}"})
    void aPlaceForNoNumberIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wording(text)).withMessageEndingWith(", not " + text);
    }
}

package dev.quell.blocklist.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"+1234", "+861", "+999999999999999", "+8613800138000", "i:00", "i:01", "i:8001", "i:999999"})
    void aCallerHasTheCodeOfTheTextThatMeansItAlone(String key) {
        CallerNumber caller = CallerNumber.ofKey(key.equals("+861") ? "+8610" : key);

        assertThat(PatternCode.of(caller))
                .isEqualTo(PatternCode.of(caller.key()))
                .isNotEqualTo(PatternCode.NONE);
    }

    @Test
    void noTwoPatternsShareACode() {
        Set<Long> codes = new HashSet<>();
        int patterns = 0;
        for (int number = 1000; number < 100_000; number++) {
            codes.add(PatternCode.of("+" + number));
            codes.add(PatternCode.of("+" + number + "*"));
            patterns += 2;
        }
        for (int digits = 2; digits <= 4; digits++) {
            for (int number = 0; number < Math.pow(10, digits); number++) {
                codes.add(PatternCode.of("i:" + String.format(Locale.ROOT, "%0" + digits + "d", number)));
                patterns++;
            }
        }
        assertThat(codes).hasSize(patterns).doesNotContain(PatternCode.NONE);
    }

    @Test
    void aNumbersPrefixIsFoundByCuttingDigitsOff() {
        long digits = PatternCode.digits("+8613800138000");

        assertThat(PatternCode.prefix(digits, 0)).isEqualTo(PatternCode.of("+8613800138000*"));
        assertThat(PatternCode.prefix(digits, 1)).isEqualTo(PatternCode.of("+861380013800*"));
        assertThat(PatternCode.prefix(digits, 9)).isEqualTo(PatternCode.of("+8613*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "*",
                "+*",
                "+123",
                "+123*",
                "+0123456",
                "+1234567890123456",
                "+123456789012345*",
                "1234567",
                "+12345a",
                "+1234५",
                "i:",
                "i:1",
                "i:1234567",
                "i:12a",
                "x:12345",
                "withheld",
                "+12 345",
                "i:+1",
                "+-1234"
            })
    void whatIsNoPatternHasNoCode(String text) {
        assertThat(PatternCode.of(text)).isEqualTo(PatternCode.NONE);
    }

    @Test
    void theLongestPatternsHaveOne() {
        assertThat(PatternCode.of("+123456789012345")).isNotEqualTo(PatternCode.NONE);
        assertThat(PatternCode.of("+12345678901234*")).isNotEqualTo(PatternCode.NONE);
    }

    @Test
    void whoShowsNoNumberHasNone() {
        assertThat(PatternCode.of(new CallerNumber.Withheld())).isEqualTo(PatternCode.NONE);
        assertThat(PatternCode.of(new CallerNumber.Invalid("12345"))).isEqualTo(PatternCode.NONE);
    }
}

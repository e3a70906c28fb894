package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.25S, 250 ms,  250毫秒",
        "PT59S,   59 s,    59秒",
        "PT2.5S,  2.5 s,   2.5秒",
        "PT93.975S, 1 min 34 s, 1分34秒",
        "PT30M,   30 min,  30分钟",
        "PT3H5M,  3 h 5 min, 3小时5分钟",
        "PT52H10M, 2 d 4 h, 2天4小时",
        "PT24H,   24 h,    24小时",
        "P7D,     7 d,     7天"
    })
    void aDurationIsWordedInTheLanguage(Duration duration, String english, String chinese) {
        assertThat(Language.ENGLISH.duration(duration)).isEqualTo(english);
        assertThat(Language.CHINESE.duration(duration)).isEqualTo(chinese);
    }

    @Test
    void oneSecondAndSeveralAreOneWordInChinese() {
        assertThat(Language.CHINESE.duration("1 second")).isEqualTo("1秒");
        assertThat(Language.CHINESE.duration("2 seconds")).isEqualTo("2秒");
        assertThat(Language.ENGLISH.duration("2 seconds")).isEqualTo("2 seconds");
    }
}

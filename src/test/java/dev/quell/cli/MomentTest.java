package dev.quell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-19T16:00:00Z",
        "2026-11-20T08:30, 2026-11-20T00:30:00Z",
        "2026-11-20T08:30:15, 2026-11-20T00:30:15Z",
        "2026-11-20T08:30:00+01:00, 2026-11-20T07:30:00Z",
        "2026-11-20T08:30Z, 2026-11-20T08:30:00Z",
        "30m, 2026-11-20T07:30:00Z",
        "24h, 2026-11-19T08:00:00Z",
        "7d, 2026-11-13T08:00:00Z"
    })
    void readsTimesAsPeopleWriteThem(String text, Instant moment) {
        assertThat(Moment.parse(text, NOW, SHANGHAI)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "7", "7w", "-1d", "2026-11-31", "2026-11-20 08:30", "20.11.2026", "999999d"})
    void refusesWhatIsNoTimeAndSaysWhatWouldBe(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.parse(text, NOW, SHANGHAI))
                .withMessage("'" + text + "' is no time; write 2026-11-20, 2026-11-20T08:30, 2026-11-20T08:30:00+08:00,"
                        + " or a time ago such as 24h or 7d");
    }
}

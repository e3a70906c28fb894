package dev.quell.console.sources.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-22T17:30:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Period read(Map<String, String> query) {
        return Period.read(query, NOW, SHANGHAI);
    }

    @ParameterizedTest
    @CsvSource({"today, 2026-11-23", "7d, 2026-11-17", "30d, 2026-10-25", "90d, 2026-08-26"})
    void namedPeriodsAreWholeDaysOfTheZoneWithToday(String word, LocalDate first) {
        Period period = read(Map.of("span", word));

        assertThat(period.word()).isEqualTo(word);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(period.to()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
        assertThat(period.from()).isEqualTo(first.atStartOfDay(SHANGHAI).toInstant());
        assertThat(period.query()).isEqualTo("span=" + word);
        assertThat(period.fault()).isFalse();
    }

    @Test
    void daysThatAreChosenFreelyAreBothMeant() {
        Period period = read(Map.of("from", "2026-11-01", "to", "2026-11-02", "span", "7d"));

        assertThat(period.from()).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
        assertThat(period.to()).isEqualTo(Instant.parse("2026-11-02T16:00:00Z"));
        assertThat(period.query()).isEqualTo("from=2026-11-01&to=2026-11-02");
        assertThat(period.chosenFirst()).isEqualTo("2026-11-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-01, true",
        "2026-11-02, 2026-11-02, false",
        "2025-11-22, 2026-11-22, false",
        "2025-11-21, 2026-11-22, true",
        "yesterday, 2026-11-22, true",
        "2026-11-02, +999999999-01-01, true",
        "1969-12-31, 1970-01-01, true",
    })
    void whatCannotBeIsAFaultAndTheUsualPeriodIsMeant(String from, String to, boolean fault) {
        Period period = read(Map.of("from", from, "to", to));

        assertThat(period.fault()).isEqualTo(fault);
        assertThat(period.word()).isEqualTo(fault ? "30d" : "");
    }

    @Test
    void nothingAskedForIsThirtyDaysAndNoFault() {
        assertThat(read(Map.of()).query()).isEqualTo("span=30d");
        assertThat(read(Map.of("span", "")).fault()).isFalse();
        assertThat(read(Map.of("span", "1y")).fault()).isTrue();
    }
}

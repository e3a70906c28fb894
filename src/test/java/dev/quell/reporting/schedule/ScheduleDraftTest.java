package dev.quell.reporting.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleDraftTest {

    private static ScheduleDraft draft(String at, String language, boolean webhook, List<String> mail) {
        return new ScheduleDraft(Rhythm.WEEKLY, DayOfWeek.FRIDAY, at, mail, webhook, language);
    }

    private static ScheduleDraft mailed(List<String> mail) {
        return draft("07:00", "en", false, mail);
    }

    @Test
    void aSoundOneIsASchedule() {
        Schedule schedule =
                draft("06:30", "zh", true, List.of("lead@example.org")).named("lead");

        assertThat(schedule)
                .isEqualTo(new Schedule(
                        "lead",
                        Rhythm.WEEKLY,
                        DayOfWeek.FRIDAY,
                        LocalTime.of(6, 30),
                        List.of("lead@example.org"),
                        true,
                        "zh"));
        assertThat(schedule.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(schedule.words()).isEqualTo("weekly friday 06:30 zh webhook to lead@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "名", "a/b", "123456789012345678901234567890123"})
    void aNameOfOtherCharactersIsAFault(String name) {
        assertThat(mailed(List.of("a@b.org")).faults(name)).containsExactly(ScheduleFault.NAME);
        assertThat(mailed(List.of("a@b.org")).faults("12345678901234567890123456789012"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"24:00", "25:00", "7:00", "07:00:01", "seven", "''"})
    void whatIsNoTimeOfDayIsAFault(String at) {
        assertThat(draft(at, "en", true, List.of()).faults("lead")).containsExactly(ScheduleFault.AT);
        assertThat(draft("23:59", "en", true, List.of()).faults("lead")).isEmpty();
        assertThat(draft("00:00", "en", true, List.of()).faults("lead")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead",
                "a@b@c",
                "a@b,c@d",
                "a b@example.org",
                "<a@example.org>",
                "a@example.org\r\nBcc: x@example.org",
                "\"a b\"@example.org",
                "a@example.org.",
                "a@-example.org",
                ".a@example.org",
                "a..b@example.org",
                "领导@example.org",
                "12345678901234567890123456789012345678901234567890123456789012345@example.org"
            })
    void whatIsNoPlainAddressIsAFault(String to) {
        assertThat(mailed(List.of(to)).faults("lead")).containsExactly(ScheduleFault.MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead@example.org", "o'neil+reports@a-b.example.org", "root@localhost"})
    void aPlainAddressIsSound(String to) {
        assertThat(mailed(List.of(to)).faults("lead")).isEmpty();
    }

    @Test
    void twentyAddressesAreTheMostAndEachIsThereOnce() {
        List<String> twenty =
                IntStream.range(0, 20).mapToObj(i -> "a" + i + "@example.org").toList();
        List<String> more =
                IntStream.range(0, 21).mapToObj(i -> "a" + i + "@example.org").toList();

        assertThat(mailed(twenty).faults("lead")).isEmpty();
        assertThat(mailed(more).faults("lead")).containsExactly(ScheduleFault.MANY);
        assertThat(mailed(List.of("a@b.org", "a@b.org")).faults("lead")).containsExactly(ScheduleFault.MANY);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        ScheduleDraft bad = draft("x", "de", false, List.of());

        assertThat(bad.faults("lead")).containsExactly(ScheduleFault.AT, ScheduleFault.LANGUAGE, ScheduleFault.NOBODY);
        assertThatThrownBy(() -> bad.named("lead")).hasMessageContaining("AT, LANGUAGE, NOBODY");
    }
}

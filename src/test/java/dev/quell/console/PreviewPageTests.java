package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;

import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallTotals.Counting;
import dev.quell.calllog.CallerFilter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** What a preview says of an entry that means very many calls. */
class PreviewPageTests extends ConsolePageTests {

    private static final Instant SINCE = Instant.parse("2026-10-23T16:00:00Z");

    @MockitoSpyBean
    CallLog log;

    private String preview(Counting counting, int goodTalks, String list) throws Exception {
        doReturn(new CallTotals(107_100, 99_209, goodTalks, counting, SINCE))
                .when(log)
                .totals(eq(new CallerFilter.Prefix("+8615917")), any(), any());
        return html("/lists?list=" + list + "&number=%2B8615917*&reason=campaign&term=WEEK");
    }

    @Test
    void whatIsCountedByDaysIsToldWithTheMomentFromWhichOn() throws Exception {
        assertThat(preview(Counting.BY_DAYS, 7_254, "block"))
                .containsPattern(
                        "Would have matched 107,100 calls of 99,209 numbers since 2026-10-2[34] [0-9]{2}:(00|15|30|45), 7,254 of them good talks")
                .contains("Whole days are counted", "Good talks are customers.")
                .doesNotContain("in 30 days,", "too many to count");
    }

    @Test
    void whatIsNotCountedToItsEndIsNoMoreThanTheLeast() throws Exception {
        assertThat(preview(Counting.AT_LEAST, 0, "block"))
                .containsPattern(
                        "Would have matched at least 107,100 calls of at least 99,209 numbers since 2026-10-2[34] [0-9]{2}:(00|15|30|45), at least 0 of them good talks")
                .contains("too many to count them all")
                .doesNotContain("Whole days are counted");
    }

    @Test
    void whatIsOfThisInstanceAloneSaysSoWhateverWasFound() throws Exception {
        doReturn(new CallTotals(0, 0, 0, Counting.EXACT, SINCE).ofOwn())
                .when(log)
                .totals(eq(new CallerFilter.Prefix("+8615918")), any(), any());
        String path = "/lists?list=block&number=%2B8615918*&reason=campaign&term=WEEK";

        assertThat(html(path))
                .contains(
                        "Only calls of this instance are counted: the record that all instances share does not answer, or there is none.");
        assertThat(html(path + "&lang=zh")).contains("仅统计了本实例的来电");
        html("/lists?lang=en");
    }

    @Test
    void whatIsCountedOneByOneIsOfThirtyDays() throws Exception {
        assertThat(preview(Counting.EXACT, 1, "block"))
                .contains("107,100 calls of 99,209 numbers in 30 days, 1 of them good talks")
                .doesNotContain("Whole days are counted", "too many to count", "of this instance");
    }
}

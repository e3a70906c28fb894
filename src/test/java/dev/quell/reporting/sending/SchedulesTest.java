package dev.quell.reporting.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.schedule.ScheduleDraft;
import dev.quell.reporting.sending.ScheduleStore.Kept;
import dev.quell.reporting.sending.Schedules.Planned;
import dev.quell.reporting.sending.Schedules.Saved;
import dev.quell.testing.ReportSettingsBuilder;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ScheduleDraft DRAFT =
            new ScheduleDraft(Rhythm.DAILY, DayOfWeek.MONDAY, "07:00", List.of(), true, "en");

    private final ScheduleStore store = mock(ScheduleStore.class);
    private final Schedules schedules =
            new Schedules(ReportSettingsBuilder.with(Map.of("site", DRAFT)), store, Clock.fixed(NOW, ZoneOffset.UTC));

    private static Schedule named(String name) {
        return DRAFT.named(name);
    }

    private void kept(int count) {
        when(store.all())
                .thenReturn(IntStream.range(0, count)
                        .mapToObj(i -> new Kept(named("s" + i), NOW))
                        .toList());
    }

    @Test
    void thoseOfTheSettingsComeFirstAndWin() {
        when(store.all()).thenReturn(List.of(new Kept(named("lead"), NOW), new Kept(named("site"), NOW)));

        assertThat(schedules.all())
                .containsExactly(
                        new Planned(named("site"), true, Instant.EPOCH), new Planned(named("lead"), false, NOW));
        assertThat(schedules.find("lead")).contains(new Planned(named("lead"), false, NOW));
        assertThat(schedules.find("none")).isEmpty();
    }

    @Test
    void whatTheSettingsHaveOnlyTheyChange() {
        assertThat(schedules.save(named("site"))).isEqualTo(Saved.FIXED);
        assertThat(schedules.remove("site")).isFalse();
        verify(store, never()).put(any(), any());
        verify(store, never()).remove(any());
    }

    @Test
    void fiftyAreTheMostAndOneOfThemCanStillBeChanged() {
        kept(49);
        assertThat(schedules.save(named("lead"))).isEqualTo(Saved.DONE);
        verify(store).put(named("lead"), NOW);

        kept(50);
        assertThat(schedules.save(named("lead"))).isEqualTo(Saved.FULL);
        assertThat(schedules.save(named("s49"))).isEqualTo(Saved.DONE);
    }
}

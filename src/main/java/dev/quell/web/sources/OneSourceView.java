package dev.quell.web.sources;

import dev.quell.call.CallerNumber;
import dev.quell.security.masking.Masking;
import dev.quell.source.Aftermath;
import dev.quell.source.PastEntries;
import dev.quell.web.lists.EntryView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one source.
 *
 * @param region where the number was given out, in the asked language; absent if that is not known
 * @param carrier who was given the number; it may have moved since
 * @param first when its first call in the log arrived; absent if it has none
 * @param calls in the period
 * @param nuisance how many of them were silent or noise
 * @param classes how many calls by what they were taken for
 * @param heat calls by hour of the day and day of the week, in the service's zone; hours without calls are left out
 * @param days calls by day; days without calls are left out
 * @param entries of the lists that mean it or did, newest first
 * @param followed whether it called again after each treatment, told from the period's newest calls, at most 500
 * @param neighbours other sources of its hundred numbers that called in the period
 */
record OneSourceView(
        String source,
        @Nullable String region,
        @Nullable String carrier,
        @Nullable Instant first,
        @Nullable Instant last,
        Instant from,
        Instant to,
        long calls,
        long nuisance,
        Map<String, Long> classes,
        Map<String, Long> outcomes,
        Map<String, Long> lines,
        Map<String, Long> trunks,
        List<HeatCell> heat,
        List<DayCount> days,
        List<EntryPast> entries,
        List<Followed> followed,
        List<TopSource> neighbours) {

    /** An hour of a day of the week. */
    record HeatCell(DayOfWeek day, int hour, long calls, long nuisance) {}

    /** A day. */
    record DayCount(LocalDate day, long calls, long nuisance) {}

    /** An entry, and whether it holds, was lifted by a person, or ended. */
    record EntryPast(EntryView entry, PastEntries.State state) {
        static EntryPast of(PastEntries.Past past) {
            return new EntryPast(EntryView.of(past.entry()), past.state());
        }
    }

    /**
     * What followed calls that were treated alike.
     *
     * @param backWithinHour after how many of {@code hourOver} it had called again within an hour
     * @param hourOver calls of which that can be told
     * @param median half of the times until the next call are shorter; absent if it never called again
     */
    record Followed(
            Aftermath.Treatment treatment,
            int calls,
            int backWithinHour,
            int hourOver,
            int backWithinDay,
            int dayOver,
            @Nullable Duration median) {
        static Followed of(Aftermath row) {
            return new Followed(
                    row.treatment(),
                    row.calls(),
                    row.hour().back(),
                    row.hour().of(),
                    row.day().back(),
                    row.day().of(),
                    row.median().orElse(null));
        }
    }

    /** The number as whoever asks may see it. */
    static String shown(CallerNumber caller) {
        return Masking.show(caller);
    }
}

package dev.quell.review;

import dev.quell.call.CallId;
import dev.quell.calllog.LoggedCall;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The samples of whole days in the machine's zone, with what was said of their calls. */
@Component
public final class DailySamples {
    private final Samples samples;
    private final ReviewStore reviews;
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();

    DailySamples(Samples samples, ReviewStore reviews, Clock clock) {
        this.samples = samples;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** A call that was drawn, and what was said of it. */
    public record Drawn(LoggedCall call, Optional<Review> review) {}

    /** The last day that is over. */
    public LocalDate last() {
        return LocalDate.now(clock.withZone(zone)).minusDays(1);
    }

    /** The day on which a call came. */
    public LocalDate day(LoggedCall call) {
        return LocalDate.ofInstant(call.arrivedAt(), zone);
    }

    /**
     * The sample of a day, oldest first.
     *
     * @param day not after {@link #last()}
     */
    public List<Drawn> of(LocalDate day) {
        List<LoggedCall> drawn = samples.of(begin(day), begin(day.plusDays(1)));
        Map<CallId, Review> said = reviews
                .of(Occasion.SAMPLE, drawn.stream().map(LoggedCall::id).toList())
                .stream()
                .collect(Collectors.toMap(Review::call, Function.identity()));
        return drawn.stream()
                .map(call -> new Drawn(call, Optional.ofNullable(said.get(call.id()))))
                .toList();
    }

    /** Whether a call is in the sample of its day; none of today is. */
    public boolean has(LoggedCall call) {
        LocalDate day = day(call);
        return !day.isAfter(last())
                && samples.of(begin(day), begin(day.plusDays(1))).stream()
                        .anyMatch(drawn -> drawn.id().equals(call.id()));
    }

    /** What the samples of the last days that are over came to. */
    public Tally measured(int days) {
        return reviews.tally(Occasion.SAMPLE, begin(last().minusDays(days - 1L)), begin(last().plusDays(1)));
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}

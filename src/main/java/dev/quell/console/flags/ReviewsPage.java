package dev.quell.console.flags;

import dev.quell.call.CallId;
import dev.quell.call.Wilson;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.deed.Reviewing;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Missing;
import dev.quell.console.shell.Tongue;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.review.ReviewStore;
import dev.quell.review.Samples;
import dev.quell.review.Tally;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /flags/reviews}: a day's sample of diverted calls, judged one by one, and what the samples say about all of them. */
@Controller
class ReviewsPage {
    private static final List<String> SPANS = List.of("7", "30", "90");

    private final CallLog log;
    private final Samples samples;
    private final ReviewStore reviews;
    private final Reviewing reviewing;
    private final Callers callers;
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();

    ReviewsPage(CallLog log, Samples samples, ReviewStore reviews, Reviewing reviewing, Callers callers, Clock clock) {
        this.log = log;
        this.samples = samples;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * How often callers were diverted wrongly.
     *
     * @param days over how many days up to yesterday
     * @param share the best guess in percent
     * @param lower the lower end of the 95 % interval in percent
     * @param upper its upper end in percent
     */
    public record Measured(int days, int decided, int wrong, int unsure, double share, double lower, double upper) {
        static Measured of(int days, Tally tally) {
            Wilson.Interval interval = tally.interval();
            return new Measured(
                    days,
                    tally.decided(),
                    tally.wrong(),
                    tally.unsure(),
                    tally.share() * 100,
                    interval.lower() * 100,
                    interval.upper() * 100);
        }
    }

    @GetMapping("/flags/reviews")
    String show(
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String days,
            Locale locale,
            Model model) {
        LocalDate last = LocalDate.now(clock.withZone(zone)).minusDays(1);
        LocalDate shown = read(day).filter(wanted -> !wanted.isAfter(last)).orElse(last);
        List<TreatedCall> rows = rows(shown, Tongue.of(locale));
        String span = days != null && SPANS.contains(days) ? days : "30";
        model.addAttribute("day", shown.toString())
                .addAttribute("before", shown.minusDays(1).toString())
                .addAttribute("after", shown.isBefore(last) ? shown.plusDays(1).toString() : null)
                .addAttribute("rows", rows)
                .addAttribute(
                        "done",
                        rows.stream().filter(row -> row.review().isPresent()).count())
                .addAttribute("next", next(rows))
                .addAttribute("judgements", Judgement.values())
                .addAttribute("spans", SPANS)
                .addAttribute("span", span)
                .addAttribute("measured", measured(Integer.parseInt(span), last));
        return "flags/reviews";
    }

    private List<TreatedCall> rows(LocalDate day, Tongue tongue) {
        List<LoggedCall> drawn = samples.of(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        Map<CallId, Review> said = reviews
                .of(Occasion.SAMPLE, drawn.stream().map(LoggedCall::id).toList())
                .stream()
                .collect(Collectors.toMap(Review::call, Function.identity()));
        return drawn.stream()
                .map(call -> TreatedCall.of(call, Optional.ofNullable(said.get(call.id())), callers, tongue))
                .toList();
    }

    /** The first that nobody has judged; empty if all are. */
    private static String next(List<TreatedCall> rows) {
        return rows.stream()
                .filter(row -> row.review().isEmpty())
                .map(TreatedCall::id)
                .findFirst()
                .orElse("");
    }

    private Measured measured(int days, LocalDate last) {
        return Measured.of(
                days,
                reviews.tally(
                        Occasion.SAMPLE,
                        last.minusDays(days - 1L).atStartOfDay(zone).toInstant(),
                        last.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private static Optional<LocalDate> read(@Nullable String day) {
        try {
            return Optional.ofNullable(day).map(LocalDate::parse).filter(date -> date.getYear() > 1970);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Keeps what somebody thinks of a call of a day's sample. */
    @PostMapping("/flags/reviews")
    String judge(@RequestParam String call, @RequestParam Judgement judgement, Principal by) {
        LoggedCall found = find(call);
        LocalDate day = LocalDate.ofInstant(found.arrivedAt(), zone);
        boolean drawn =
                samples
                        .of(
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant())
                        .stream()
                        .anyMatch(other -> other.id().equals(found.id()));
        if (!drawn) {
            throw new Missing();
        }
        reviewing.judge(Occasion.SAMPLE, found, judgement, "", by.getName());
        return "redirect:/flags/reviews?day=" + day;
    }

    private LoggedCall find(String id) {
        try {
            return log.find(CallId.parse(id)).orElseThrow(Missing::new);
        } catch (IllegalArgumentException e) {
            throw new Missing();
        }
    }
}

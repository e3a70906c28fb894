package dev.quell.console.flags;

import dev.quell.call.CallId;
import dev.quell.call.Wilson;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Missing;
import dev.quell.console.shell.Tongue;
import dev.quell.deed.Reviewing;
import dev.quell.review.DailySamples;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Tally;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final DailySamples samples;
    private final Reviewing reviewing;
    private final Callers callers;

    ReviewsPage(CallLog log, DailySamples samples, Reviewing reviewing, Callers callers) {
        this.log = log;
        this.samples = samples;
        this.reviewing = reviewing;
        this.callers = callers;
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
        LocalDate last = samples.last();
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
                .addAttribute("measured", measured(Integer.parseInt(span)));
        return "flags/reviews";
    }

    private List<TreatedCall> rows(LocalDate day, Tongue tongue) {
        return samples.of(day).stream()
                .map(drawn -> TreatedCall.of(drawn.call(), drawn.review(), callers, tongue))
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

    private Measured measured(int days) {
        return Measured.of(days, samples.measured(days));
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
        if (!samples.has(found)) {
            throw new Missing();
        }
        reviewing.judge(Occasion.SAMPLE, found, judgement, "", by.getName());
        return "redirect:/flags/reviews?day=" + samples.day(found);
    }

    private LoggedCall find(String id) {
        try {
            return log.find(CallId.parse(id)).orElseThrow(Missing::new);
        } catch (IllegalArgumentException e) {
            throw new Missing();
        }
    }
}

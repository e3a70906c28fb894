package dev.quell.console.sources;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallerFilter;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.campaign.CampaignViews;
import dev.quell.console.sources.parts.Period;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.console.sources.parts.SourceLines;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.SourceCount;
import dev.quell.security.masking.Masking;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sources}: who called most or disturbed most in a period, from counters alone. */
@Controller
class SourcesPage {
    private static final int ROWS = 50;

    private final Counters counters;
    private final SourceLines lines;
    private final CampaignViews campaigns;
    private final SourceKeys keys;
    private final Callers callers;
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();

    SourcesPage(
            Counters counters,
            SourceLines lines,
            CampaignViews campaigns,
            SourceKeys keys,
            Callers callers,
            Clock clock) {
        this.counters = counters;
        this.lines = lines;
        this.campaigns = campaigns;
        this.keys = keys;
        this.callers = callers;
        this.clock = clock;
    }

    @GetMapping("/sources")
    String show(@RequestParam Map<String, String> query, Locale locale, Model model) {
        Asked asked = ask(query);
        if (asked.one().isPresent()) {
            return "redirect:" + keys.address(asked.one().get());
        }
        Tongue tongue = Tongue.of(locale);
        Period period = asked.period();
        model.addAttribute("period", period)
                .addAttribute("by", asked.by())
                .addAttribute("rankings", Ranking.values())
                .addAttribute("caller", asked.text())
                .addAttribute("fault", asked.fault())
                .addAttribute("meant", asked.meant().orElse(null))
                .addAttribute("since", counters.since())
                .addAttribute("rows", lines.of(top(asked, ROWS), period, tongue));
        return "sources/sources";
    }

    /** {@code /sources/campaigns}: the part of the page that is fetched by itself. */
    @GetMapping("/sources/campaigns")
    String campaigns(@RequestParam Map<String, String> query, Locale locale, Model model) {
        Asked asked = ask(query);
        model.addAttribute("period", asked.period())
                .addAttribute("campaigns", campaigns.of(asked.prefix(), asked.period(), Tongue.of(locale)));
        return "sources/campaigns";
    }

    private List<SourceCount> top(Asked asked, int most) {
        Period period = asked.period();
        return asked.prefix()
                .map(start -> counters.top(asked.by(), start, period.from(), period.to(), most))
                .orElseGet(() -> counters.top(asked.by(), period.from(), period.to(), most));
    }

    /**
     * What an address asks for.
     *
     * @param text the number or prefix as it was written
     * @param one the number, if it is one
     * @param prefix how numbers begin, if it is a prefix
     * @param meant the prefix that may be meant by too few digits for a number
     * @param fault whether a field cannot be read
     */
    private record Asked(
            Period period,
            Ranking by,
            String text,
            Optional<CallerNumber> one,
            Optional<String> prefix,
            Optional<String> meant,
            boolean fault) {}

    private Asked ask(Map<String, String> query) {
        Period period = Period.read(query, clock.instant(), zone);
        Ranking by =
                query.getOrDefault("by", "").equalsIgnoreCase(Ranking.CALLS.name()) ? Ranking.CALLS : Ranking.NUISANCE;
        String text = query.getOrDefault("caller", "").strip();
        Optional<CallerFilter.Prefix> begun = callers.readUnfinished(text);
        Optional<CallerNumber> one = text.endsWith("*") || begun.isPresent() ? Optional.empty() : keys.read(text);
        Optional<String> prefix =
                callers.readPrefix(text).map(CallerFilter.Prefix::start).filter(Masking::mayAsk);
        boolean unread = !text.isEmpty() && one.isEmpty() && prefix.isEmpty();
        Optional<String> meant =
                begun.map(CallerFilter.Prefix::start).filter(Masking::mayAsk).map(start -> start + "*");
        return new Asked(period, by, text, one, prefix, meant, period.fault() || unread);
    }
}

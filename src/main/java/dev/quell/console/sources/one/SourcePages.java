package dev.quell.console.sources.one;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListRefusal;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.call.CallerNumber;
import dev.quell.console.evidence.HoldRow;
import dev.quell.console.evidence.HoldRows;
import dev.quell.console.shell.Missing;
import dev.quell.console.shell.Tongue;
import dev.quell.console.sources.parts.Period;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.console.verdict.EntryRow;
import dev.quell.console.verdict.Terms;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import dev.quell.source.PastEntries;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sources/{key}}: one source, named by its number or by a key that does not tell it. */
@Controller
class SourcePages {
    private final SourceViews views;
    private final SourceKeys keys;
    private final HoldRows holds;
    private final PastEntries entries;
    private final Proposals proposals;
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();

    SourcePages(
            SourceViews views, SourceKeys keys, HoldRows holds, PastEntries entries, Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.views = views;
        this.keys = keys;
        this.holds = holds;
        this.entries = entries;
        this.clock = clock;
    }

    @GetMapping("/sources/{key}")
    String show(@PathVariable String key, @RequestParam Map<String, String> query, Locale locale, Model model) {
        CallerNumber caller = keys.read(key).orElseThrow(Missing::new);
        Period period = Period.read(query, clock.instant(), zone);
        model.addAttribute("source", views.of(caller, period, Tongue.of(locale)))
                .addAttribute("period", period)
                .addAttribute("holds", holds(caller))
                .addAttribute("done", known(query.getOrDefault("done", ""), SourceDeeds.DONE))
                .addAttribute(
                        "ended",
                        "unlist".equals(query.get("done"))
                                ? EntryRow.ended(entries.of(caller), number(query.getOrDefault("entry", "")))
                                : null)
                .addAttribute("fault", known(query.getOrDefault("fault", ""), faults()))
                .addAttribute("confirmed", confirmed(entries.of(caller)))
                .addAttribute("blocks", Terms.of(ListKind.BLOCK))
                .addAttribute("allows", Terms.of(ListKind.ALLOW));
        return "sources/source";
    }

    private List<HoldRow> holds(CallerNumber caller) {
        return caller.identifies() && CurrentPerson.get().may(Right.CUSTODY)
                ? holds.standing(new ListPattern.Exact(caller))
                : List.of();
    }

    private static @Nullable Long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private Map<Long, Proposal.Decision> confirmed(List<PastEntries.Past> past) {
        return proposals.confirmed(past.stream().map(PastEntries.Past::entry).toList());
    }

    private static List<String> faults() {
        return Stream.concat(
                        Arrays.stream(ListRefusal.Why.values()).map(Enum::name),
                        Stream.of(SourceDeeds.REASON, SourceDeeds.NUMBER, SourceDeeds.GONE))
                .toList();
    }

    /** A word of a closed set; empty for any other. */
    private static String known(String word, List<String> words) {
        return words.contains(word) ? word : "";
    }
}

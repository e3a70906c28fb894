package dev.quell.console.calls;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListRefusal;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.call.CallId;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.shell.Missing;
import dev.quell.console.shell.Tongue;
import dev.quell.console.verdict.EntryRow;
import dev.quell.console.verdict.Terms;
import dev.quell.flag.FlagReason;
import dev.quell.source.PastEntries;
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

/** {@code /calls/{id}}: one call, as a page of its own or in the log's drawer. */
@Controller
class CallPages {
    private final CallLog log;
    private final WhyMaker maker;
    private final PastEntries entries;
    private final Proposals proposals;

    CallPages(CallLog log, WhyMaker maker, PastEntries entries, Proposals proposals) {
        this.proposals = proposals;
        this.log = log;
        this.maker = maker;
        this.entries = entries;
    }

    @GetMapping("/calls/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String fault,
            @RequestParam(required = false) @Nullable Long entry,
            Locale locale,
            Model model) {
        LoggedCall call = find(id);
        model.addAttribute("why", maker.of(call, Tongue.of(locale)))
                .addAttribute("done", known(done, CallDeeds.DONE))
                .addAttribute("ended", "unlist".equals(done) ? EntryRow.ended(entries.of(call.caller()), entry) : null)
                .addAttribute("fault", known(fault, faults()))
                .addAttribute("reasons", FlagReason.values())
                .addAttribute("confirmed", confirmed(entries.of(call.caller())))
                .addAttribute("blocks", Terms.of(ListKind.BLOCK))
                .addAttribute("allows", Terms.of(ListKind.ALLOW));
        return "calls/call";
    }

    private LoggedCall find(String id) {
        return find(log, id);
    }

    /** The call of an id; throws {@link Missing} if there is none. */
    static LoggedCall find(CallLog log, String id) {
        try {
            return log.find(CallId.parse(id)).orElseThrow(Missing::new);
        } catch (IllegalArgumentException e) {
            throw new Missing();
        }
    }

    private Map<Long, Proposal.Decision> confirmed(List<PastEntries.Past> past) {
        return proposals.confirmed(past.stream().map(PastEntries.Past::entry).toList());
    }

    private static List<String> faults() {
        return Stream.concat(
                        Arrays.stream(ListRefusal.Why.values()).map(Enum::name),
                        Stream.of(CallDeeds.REASON, CallDeeds.NOTE, CallDeeds.NUMBER, CallDeeds.GONE))
                .toList();
    }

    /** A word of a closed set; empty for any other. */
    private static String known(@Nullable String word, List<String> words) {
        return word != null && words.contains(word) ? word : "";
    }
}

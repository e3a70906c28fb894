package dev.quell.console.unmask;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallLog;
import dev.quell.console.shell.FreeText;
import dev.quell.console.shell.Missing;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.security.masking.Masking;
import dev.quell.security.masking.Reveals;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code POST /unmask}: the number of a call, of a list entry or of a source is shown whole in this session for a quarter of an hour. */
@Controller
class UnmaskDeeds {
    private static final int LONGEST_REASON = 200;

    private final CallLog log;
    private final BlockListService lists;
    private final Reveals reveals;
    private final SourceKeys keys;

    UnmaskDeeds(CallLog log, BlockListService lists, Reveals reveals, SourceKeys keys) {
        this.keys = keys;
        this.log = log;
        this.lists = lists;
        this.reveals = reveals;
    }

    /** Leads back to the call's page. */
    @PostMapping(path = "/unmask", params = "call")
    String call(@RequestParam String call, @RequestParam String reason, HttpSession session) {
        CallerNumber caller = log.find(id(call)).orElseThrow(Missing::new).caller();
        Optional<String> words = FreeText.read(reason, LONGEST_REASON);
        words.ifPresent(why -> reveals.reveal(caller, "call " + call, why, session));
        return "redirect:/calls/" + call + (words.isEmpty() ? "?fault=REASON" : "");
    }

    private static CallId id(String text) {
        try {
            return CallId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Missing();
        }
    }

    /** Leads to the source's page. The address that names it was given to whoever sends it: a typed number is none. */
    @PostMapping(path = "/unmask", params = "source")
    String source(@RequestParam String source, @RequestParam String reason, HttpSession session) {
        CallerNumber caller = Masking.sealed(source).orElseThrow(Missing::new);
        Optional<String> words = FreeText.read(reason, LONGEST_REASON);
        words.ifPresent(why -> reveals.reveal(caller, "source " + Masking.show(caller), why, session));
        return "redirect:" + keys.address(caller) + (words.isEmpty() ? "?fault=REASON" : "");
    }

    /** Leads back to the list. */
    @PostMapping(path = "/unmask", params = "entry")
    String entry(
            @RequestParam String list, @RequestParam String entry, @RequestParam String reason, HttpSession session) {
        ListKind kind = list.equals("allow") ? ListKind.ALLOW : ListKind.BLOCK;
        ListPattern pattern =
                lists.find(kind, number(entry)).map(ListEntry::pattern).orElseThrow(Missing::new);
        Optional<String> words = FreeText.read(reason, LONGEST_REASON);
        String word = kind == ListKind.ALLOW ? "allow" : "block";
        if (pattern instanceof ListPattern.Exact(CallerNumber caller)) {
            words.ifPresent(why -> reveals.reveal(caller, word + "list " + entry, why, session));
        }
        return "redirect:/lists?list=" + word + (words.isEmpty() ? "&note=REASON" : "");
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new Missing();
        }
        return Long.parseLong(text);
    }
}

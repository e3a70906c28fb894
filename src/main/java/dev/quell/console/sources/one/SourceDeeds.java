package dev.quell.console.sources.one;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListRefusal;
import dev.quell.call.CallerNumber;
import dev.quell.console.shell.FreeText;
import dev.quell.console.shell.Missing;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.console.verdict.Terms;
import dev.quell.deed.Asker;
import dev.quell.deed.Deeds;
import dev.quell.security.people.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be done about a source from its page: allow, block, and take each back. */
@Controller
class SourceDeeds {
    /** No reason was given, or one that cannot be kept. */
    static final String REASON = "REASON";

    /** The number is withheld or none, so that it can be on no list. */
    static final String NUMBER = "NUMBER";

    /** What was to be taken back does not stand any more. */
    static final String GONE = "GONE";

    /** What a page may say was done. */
    static final List<String> DONE = List.of("block", "allow", "unlist", "unflag");

    private static final int LONGEST_REASON = 200;

    private final SourceKeys keys;
    private final Deeds deeds;
    private final Clock clock;

    SourceDeeds(SourceKeys keys, Deeds deeds, Clock clock) {
        this.keys = keys;
        this.deeds = deeds;
        this.clock = clock;
    }

    @PostMapping("/sources/{key}/block")
    String block(@PathVariable String key, @RequestParam String reason, @RequestParam String term, Person by) {
        return list(ListKind.BLOCK, find(key), reason, term, by);
    }

    @PostMapping("/sources/{key}/allow")
    String allow(@PathVariable String key, @RequestParam String reason, @RequestParam String term, Person by) {
        return list(ListKind.ALLOW, find(key), reason, term, by);
    }

    private String list(ListKind kind, CallerNumber caller, String reason, String term, Person by) {
        Optional<String> words = FreeText.read(reason, LONGEST_REASON);
        if (words.isEmpty() || !caller.identifies()) {
            return back(caller, "fault", caller.identifies() ? REASON : NUMBER);
        }
        return answer(caller, kind == ListKind.BLOCK ? "block" : "allow", () -> {
            deeds.list(
                    kind,
                    new ListPattern.Exact(caller),
                    words.get(),
                    Terms.named(term, kind).end(clock.instant()),
                    by.id());
            return true;
        });
    }

    /** Ends an entry of the block list that means the source. */
    @PostMapping("/sources/{key}/unblock")
    String unblock(@PathVariable String key, @RequestParam long entry, Person by) {
        return unlist(ListKind.BLOCK, find(key), entry, by);
    }

    /** Ends an entry of the allow list that means the source. */
    @PostMapping("/sources/{key}/unallow")
    String unallow(@PathVariable String key, @RequestParam long entry, Person by) {
        return unlist(ListKind.ALLOW, find(key), entry, by);
    }

    private String unlist(ListKind kind, CallerNumber caller, long entry, Person by) {
        String answer = answer(
                caller,
                "unlist",
                () -> deeds.unlist(
                                kind, entry, found -> found.pattern().matches(caller), "source " + caller, Asker.of(by))
                        .isPresent());
        return answer.endsWith("?done=unlist") ? answer + "&entry=" + entry : answer;
    }

    /** Takes back a flag that stands against the source. */
    @PostMapping("/sources/{key}/unflag")
    String unflag(@PathVariable String key, @RequestParam long flag, Person by) {
        CallerNumber caller = find(key);
        return answer(caller, "unflag", () -> deeds.unflag(caller, flag, by.id()));
    }

    private CallerNumber find(String key) {
        return keys.read(key).orElseThrow(Missing::new);
    }

    private String answer(CallerNumber caller, String done, Supplier<Boolean> deed) {
        try {
            return deed.get() ? back(caller, "done", done) : back(caller, "fault", GONE);
        } catch (ListRefusal e) {
            return back(caller, "fault", e.why().name());
        }
    }

    private String back(CallerNumber caller, String name, String word) {
        return "redirect:" + keys.address(caller) + "?" + name + "=" + word;
    }
}

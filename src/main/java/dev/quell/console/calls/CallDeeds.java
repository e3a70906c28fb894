package dev.quell.console.calls;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListRefusal;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.shell.FreeText;
import dev.quell.console.verdict.Terms;
import dev.quell.deed.Asker;
import dev.quell.deed.Deeds;
import dev.quell.flag.FlagReason;
import dev.quell.security.people.Person;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be done about a call's caller from its page or its row: allow, block, flag, and take each back. What a row's button leaves out is as usual. */
@Controller
class CallDeeds {
    /** No reason was given, or one that cannot be kept. */
    static final String REASON = "REASON";

    /** What was to be noted cannot be kept. */
    static final String NOTE = "NOTE";

    /** Whoever called cannot be on a list. */
    static final String NUMBER = "NUMBER";

    /** What was to be taken back does not stand any more. */
    static final String GONE = "GONE";

    /** What a page may say was done. */
    static final List<String> DONE = List.of("block", "allow", "flag", "unlist", "unflag");

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NOTE = 500;

    private final CallLog log;
    private final Deeds deeds;
    private final MessageSource texts;
    private final Clock clock;

    CallDeeds(CallLog log, Deeds deeds, MessageSource texts, Clock clock) {
        this.log = log;
        this.deeds = deeds;
        this.texts = texts;
        this.clock = clock;
    }

    /** Why and for how long an entry is made; a row's button says neither. */
    record Terming(@Nullable String reason, @Nullable String term) {}

    @PostMapping("/calls/{id}/block")
    String block(@PathVariable String id, Terming terming, Person by, Locale locale) {
        return list(ListKind.BLOCK, id, terming, by, locale);
    }

    @PostMapping("/calls/{id}/allow")
    String allow(@PathVariable String id, Terming terming, Person by, Locale locale) {
        return list(ListKind.ALLOW, id, terming, by, locale);
    }

    private String list(ListKind kind, String id, Terming terming, Person by, Locale locale) {
        LoggedCall call = CallPages.find(log, id);
        if (!call.caller().identifies()) {
            return back(id, "fault", NUMBER);
        }
        String term = terming.term() == null ? "" : terming.term();
        Optional<String> words =
                FreeText.read(terming.reason() == null ? usual(kind, call, locale) : terming.reason(), LONGEST_REASON);
        if (words.isEmpty()) {
            return back(id, "fault", REASON);
        }
        return answer(id, kind == ListKind.BLOCK ? "block" : "allow", () -> {
            ListPattern pattern = new ListPattern.Exact(call.caller());
            deeds.list(kind, pattern, words.get(), Terms.named(term, kind).end(clock.instant()), by.id());
            return true;
        });
    }

    private String usual(ListKind kind, LoggedCall call, Locale locale) {
        String reference = call.caseNumber().isEmpty() ? call.id().toString() : call.caseNumber();
        return texts.getMessage(
                kind == ListKind.BLOCK ? "call.block.usual" : "call.allow.usual", new Object[] {reference}, locale);
    }

    /** Ends an entry of the block list. */
    @PostMapping("/calls/{id}/unblock")
    String unblock(@PathVariable String id, @RequestParam long entry, Person by) {
        return unlist(ListKind.BLOCK, id, entry, by);
    }

    /** Ends an entry of the allow list. */
    @PostMapping("/calls/{id}/unallow")
    String unallow(@PathVariable String id, @RequestParam long entry, Person by) {
        return unlist(ListKind.ALLOW, id, entry, by);
    }

    private String unlist(ListKind kind, String id, long entry, Person by) {
        LoggedCall call = CallPages.find(log, id);
        String answer = answer(
                id,
                "unlist",
                () -> deeds.unlist(
                                kind,
                                entry,
                                found -> found.pattern().matches(call.caller()),
                                "call " + call.id(),
                                Asker.of(by))
                        .isPresent());
        return answer.endsWith("?done=unlist") ? answer + "&entry=" + entry : answer;
    }

    @PostMapping("/calls/{id}/flag")
    String flag(
            @PathVariable String id,
            @RequestParam(defaultValue = "UNSPECIFIED") FlagReason reason,
            @RequestParam(defaultValue = "") String note,
            Person by) {
        LoggedCall call = CallPages.find(log, id);
        Optional<String> words = note.isBlank() ? Optional.of("") : FreeText.read(note, LONGEST_NOTE);
        if (words.isEmpty()) {
            return back(id, "fault", NOTE);
        }
        deeds.flag(call, reason, words.get(), by.id());
        return back(id, "done", "flag");
    }

    @PostMapping("/calls/{id}/unflag")
    String unflag(@PathVariable String id, @RequestParam long flag, Person by) {
        LoggedCall call = CallPages.find(log, id);
        return answer(id, "unflag", () -> deeds.unflag(call, flag, by.id()));
    }

    private static String answer(String id, String done, Supplier<Boolean> deed) {
        try {
            return deed.get() ? back(id, "done", done) : back(id, "fault", GONE);
        } catch (ListRefusal e) {
            return back(id, "fault", e.why().name());
        }
    }

    /** Leads back to the call's page; only of an id that was found. */
    private static String back(String id, String name, String word) {
        return "redirect:/calls/" + id + "?" + name + "=" + word;
    }
}

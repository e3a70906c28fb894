package dev.quell.console.lists;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.ListRefusal;
import dev.quell.blocklist.RangeFault;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.forecast.Forecaster;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.FreeText;
import dev.quell.console.shell.Second;
import dev.quell.console.verdict.EntryRow;
import dev.quell.console.verdict.Terms;
import dev.quell.deed.Asker;
import dev.quell.deed.Confirmations;
import dev.quell.deed.Deeds;
import dev.quell.deed.Listed;
import dev.quell.security.masking.Questions;
import dev.quell.security.pairs.Objection;
import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /lists}: the active entries of the block list or the allow list, newest first. */
@Controller
class ListsPage {
    private static final int ROWS = 50;
    private static final int LONGEST_REASON = 200;
    private static final List<String> NOTES = Stream.of(
                    Stream.of(
                            "added",
                            "proposed",
                            "turned-down",
                            "removed",
                            "GONE",
                            "REASON",
                            "NUMBER",
                            "OWN",
                            "ALIKE",
                            "HANDLED",
                            "LAPSED"),
                    Arrays.stream(ListRefusal.Why.values()).map(Enum::name),
                    Arrays.stream(RangeFault.Why.values()).map(why -> ListForm.RANGE + why.name()))
            .flatMap(notes -> notes)
            .toList();

    private final BlockListService lists;
    private final Forecaster forecasts;
    private final Deeds deeds;
    private final Callers callers;
    private final CallLog log;
    private final Proposals proposals;
    private final Confirmations second;
    private final Questions questions;
    private final Clock clock;

    ListsPage(
            BlockListService lists,
            Forecaster forecasts,
            Deeds deeds,
            Callers callers,
            CallLog log,
            Proposals proposals,
            Confirmations second,
            Questions questions,
            Clock clock) {
        this.questions = questions;
        this.log = log;
        this.proposals = proposals;
        this.second = second;
        this.lists = lists;
        this.forecasts = forecasts;
        this.deeds = deeds;
        this.callers = callers;
        this.clock = clock;
    }

    @GetMapping("/lists")
    String show(
            ListForm form,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String note,
            Person by,
            Model model) {
        model.addAttribute("note", known(note));
        // What a list would have meant tells whether somebody called: only for those who may make the entry.
        if (form.asksForPreview() && by.may(form.kind() == ListKind.BLOCK ? Right.BLOCK : Right.ALLOW)) {
            preview(form, by, model);
        }
        Optional<CallerNumber> number = questions.read(find == null ? "" : find, callers::read);
        boolean fault = find != null && !find.isBlank() && number.isEmpty();
        Optional<ListPattern> meets = number.filter(CallerNumber::identifies).map(ListPattern.Exact::new);
        Optional<ListQuery.Place> place = Optional.ofNullable(after).flatMap(lists::place);
        List<ListEntry> found =
                lists.page(new ListQuery(form.kind(), meets, Optional.empty(), Optional.empty(), place, ROWS + 1));
        List<Proposal> waiting = proposals.waiting();
        Map<String, Objection> objections = second.objections(waiting, by);
        model.addAttribute("form", form)
                .addAttribute("find", find == null ? "" : find)
                .addAttribute("fault", fault)
                .addAttribute("terms", Terms.proposed(form.kind()))
                .addAttribute(
                        "waiting",
                        waiting.stream()
                                .map(proposal -> ProposalRow.of(
                                        proposal,
                                        second.lapse(proposal),
                                        new Second(Optional.ofNullable(objections.get(proposal.id())))))
                                .toList())
                .addAttribute("confirmed", proposals.confirmed(found))
                .addAttribute(
                        "rows",
                        found.stream()
                                .limit(ROWS)
                                .map(entry -> UsedRow.of(entry, log, clock.instant()))
                                .toList())
                .addAttribute("next", found.size() > ROWS ? found.get(ROWS - 1).id() : null);
        return "lists/lists";
    }

    /** Shows what an entry would have meant; nothing is made. */
    private void preview(ListForm form, Person by, Model model) {
        List<String> faults = form.faults(callers);
        if (!faults.isEmpty()) {
            model.addAttribute("note", faults.getFirst().toUpperCase(Locale.ROOT))
                    .addAttribute(
                            "meant",
                            form.pattern(callers).isPresent()
                                    ? null
                                    : form.meant(callers).orElse(null));
            return;
        }
        Instant now = clock.instant();
        try {
            ListEntry entry = lists.proposed(
                    form.kind(),
                    form.pattern(callers).orElseThrow(),
                    form.words().orElseThrow(),
                    form.terms().end(now),
                    by.id(),
                    now);
            model.addAttribute("entry", EntryRow.of(entry))
                    .addAttribute("forecast", forecasts.of(entry))
                    .addAttribute("second", proposals.needed(entry.kind(), entry.pattern(), entry.expiresAt()));
        } catch (ListRefusal e) {
            model.addAttribute("note", e.why().name());
        }
    }

    private static String known(@Nullable String note) {
        return note != null && NOTES.contains(note) ? note : "";
    }

    /** Makes an entry of the block list. */
    @PostMapping("/lists/block")
    String block(ListForm form, Person by) {
        return add(ListKind.BLOCK, form, by);
    }

    /** Makes an entry of the allow list. */
    @PostMapping("/lists/allow")
    String allow(ListForm form, Person by) {
        return add(ListKind.ALLOW, form, by);
    }

    private String add(ListKind kind, ListForm form, Person by) {
        Optional<ListPattern> pattern = form.pattern(callers);
        Optional<String> words = form.words();
        if (pattern.isEmpty() || words.isEmpty()) {
            return back(kind, pattern.isEmpty() ? form.fault(callers) : "REASON");
        }
        return answer(kind, () -> {
            Optional<Instant> end = form.terms(kind).end(clock.instant());
            return switch (deeds.listOrPropose(kind, pattern.get(), words.get(), end, Asker.of(by))) {
                case Listed.Made made -> "added";
                case Listed.Waits waits -> "proposed";
            };
        });
    }

    /** Ends an entry of the block list. */
    @PostMapping("/lists/unblock")
    String unblock(@RequestParam long entry, @RequestParam String reason, Person by) {
        return remove(ListKind.BLOCK, entry, reason, by);
    }

    /** Ends an entry of the allow list. */
    @PostMapping("/lists/unallow")
    String unallow(@RequestParam long entry, @RequestParam String reason, Person by) {
        return remove(ListKind.ALLOW, entry, reason, by);
    }

    private String remove(ListKind kind, long id, String reason, Person by) {
        Optional<String> words = FreeText.read(reason, LONGEST_REASON);
        return words.isEmpty()
                ? back(kind, "REASON")
                : answer(
                        kind,
                        () -> deeds.unlist(kind, id, entry -> true, words.get(), Asker.of(by))
                                        .isPresent()
                                ? "removed"
                                : "GONE");
    }

    private static String answer(ListKind kind, Supplier<String> deed) {
        try {
            return back(kind, deed.get());
        } catch (ListRefusal e) {
            return back(kind, e.why().name());
        }
    }

    /** Leads back to a list with a note. */
    static String back(ListKind kind, String note) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/lists")
                        .queryParam("list", kind == ListKind.BLOCK ? "block" : "allow")
                        .queryParam("note", note)
                        .toUriString();
    }
}

package dev.quell.console.lists;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.bulk.BulkFault;
import dev.quell.blocklist.bulk.BulkLists;
import dev.quell.blocklist.bulk.BulkPlan;
import dev.quell.blocklist.bulk.BulkResult;
import dev.quell.blocklist.proposal.Proposals;
import dev.quell.console.deed.Deeds;
import dev.quell.console.verdict.Terms;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /lists/import}: a list is tried, its faulty lines are shown, its good lines are taken in, and all that is undone in one go. */
@Controller
class ImportPage {
    private static final int SHOWN = 20;
    private static final List<String> NOTES = List.of("undone", "more", "gone");

    private final BulkLists bulk;
    private final BlockListService lists;
    private final Proposals proposals;
    private final Deeds deeds;
    private final Audit audit;
    private final AuditLog log;
    private final Clock clock;

    ImportPage(
            BulkLists bulk,
            BlockListService lists,
            Proposals proposals,
            Deeds deeds,
            Audit audit,
            AuditLog log,
            Clock clock) {
        this.bulk = bulk;
        this.lists = lists;
        this.proposals = proposals;
        this.deeds = deeds;
        this.audit = audit;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/lists/import")
    String show(ImportForm form, @RequestParam(required = false) @Nullable String note, Model model) {
        return page(form, note != null && NOTES.contains(note) ? note : "", null, model);
    }

    private String page(ImportForm form, String note, @Nullable BulkResult result, Model model) {
        model.addAttribute("form", form)
                .addAttribute("note", note)
                .addAttribute("result", result)
                .addAttribute("terms", Terms.of(form.kind()))
                .addAttribute("imports", imports());
        return "lists/import";
    }

    /** The last ones that were taken in here. */
    private List<Import> imports() {
        return log
                .page(new AuditQuery(
                        Optional.empty(),
                        Optional.of(Deed.LIST_IMPORTED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SHOWN))
                .stream()
                .flatMap(entry -> Import.of(entry).stream())
                .toList();
    }

    /** Tries a list, or takes its good lines in. */
    @PostMapping("/lists/import")
    String take(ImportForm form, Principal by, Model model) throws IOException {
        Instant begin = clock.instant();
        Optional<BulkPlan> plan = form.plan(by.getName(), begin);
        if (plan.isEmpty() || form.lines().isBlank()) {
            return page(form, plan.isEmpty() ? "REASON" : "EMPTY", null, model);
        }
        try {
            BulkResult result = bulk.take(
                    new ByteArrayInputStream(form.lines().getBytes(StandardCharsets.UTF_8)), plan.get(), this::alone);
            if (!form.tried()) {
                note(result, by.getName(), begin);
            }
            return page(form, form.tried() ? "tried" : "taken", result, model);
        } catch (BulkFault e) {
            return page(form, "BUSY", null, model);
        }
    }

    private boolean alone(ListEntry entry) {
        return !proposals.needed(entry.kind(), entry.pattern(), entry.expiresAt());
    }

    private void note(BulkResult result, String by, Instant begin) {
        Instant at = newest(by).filter(made -> !made.isBefore(begin)).orElse(begin);
        audit.note(
                Deed.LIST_IMPORTED,
                Import.subject(at),
                "",
                result.kept() + " entries of " + result.lines() + " lines, " + result.faulty() + " faulty");
    }

    /** When the newest entry of an author was made. */
    private Optional<Instant> newest(String author) {
        return List.of(ListKind.values()).stream()
                .flatMap(kind -> lists
                        .page(new ListQuery(
                                kind, Optional.empty(), Optional.empty(), Optional.of(author), Optional.empty(), 1))
                        .stream())
                .map(ListEntry::createdAt)
                .max(Comparator.naturalOrder());
    }

    /** Ends what is still left of an import; what it had replaced does not come back. */
    @PostMapping("/lists/undo-import")
    String undo(@RequestParam long at, Principal by) {
        Instant moment = Instant.ofEpochMilli(at);
        Optional<Import> taken =
                imports().stream().filter(one -> one.at().equals(moment)).findFirst();
        String note = taken.map(one -> deeds.undoImport(one.at(), one.author(), by.getName()))
                .map(left -> left ? "more" : "undone")
                .orElse("gone");
        return "redirect:/lists/import?note=" + note;
    }
}

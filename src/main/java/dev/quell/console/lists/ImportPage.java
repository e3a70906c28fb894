package dev.quell.console.lists;

import dev.quell.blocklist.bulk.BulkFault;
import dev.quell.blocklist.bulk.BulkPlan;
import dev.quell.blocklist.bulk.BulkResult;
import dev.quell.console.verdict.Terms;
import dev.quell.deed.Asker;
import dev.quell.deed.Imports;
import dev.quell.security.people.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
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

    private final Imports imports;
    private final Clock clock;

    ImportPage(Imports imports, Clock clock) {
        this.imports = imports;
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
                .addAttribute("imports", imports.last(SHOWN));
        return "lists/import";
    }

    /** Tries a list, or takes its good lines in. */
    @PostMapping("/lists/import")
    String take(ImportForm form, Person by, Model model) throws IOException {
        Optional<BulkPlan> plan = form.plan(by.id(), clock.instant());
        if (plan.isEmpty() || form.lines().isBlank()) {
            return page(form, plan.isEmpty() ? "REASON" : "EMPTY", null, model);
        }
        try {
            BulkResult result = imports.take(
                    new ByteArrayInputStream(form.lines().getBytes(StandardCharsets.UTF_8)), plan.get(), Asker.of(by));
            return page(form, form.tried() ? "tried" : "taken", result, model);
        } catch (BulkFault e) {
            return page(form, "BUSY", null, model);
        }
    }

    /** Ends what is still left of an import; what it had replaced does not come back. */
    @PostMapping("/lists/undo-import")
    String undo(@RequestParam long at, Person by) {
        String note = imports.undo(Instant.ofEpochMilli(at), by)
                .map(left -> left ? "more" : "undone")
                .orElse("gone");
        return "redirect:/lists/import?note=" + note;
    }
}

package dev.quell.console.evidence;

import dev.quell.console.shell.FreeText;
import dev.quell.console.shell.Tongue;
import dev.quell.evidence.custody.Custody;
import dev.quell.evidence.custody.PackNote;
import dev.quell.evidence.desk.KeptPack;
import dev.quell.evidence.desk.PackDesk;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.evidence.pack.PackOrder;
import dev.quell.evidence.pack.Packs;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done with packs on {@code /evidence}: have one made, fetch it, check it, delete it. */
@Controller
class PackDeeds {
    private static final int LONGEST_NAME = 100;
    private static final String PACKS = "#packs";

    private final EvidencePage page;
    private final PackDesk desk;
    private final Packs packs;
    private final Custody custody;
    private final Audit audit;

    PackDeeds(EvidencePage page, PackDesk desk, Packs packs, Custody custody, Audit audit) {
        this.page = page;
        this.desk = desk;
        this.packs = packs;
        this.custody = custody;
        this.audit = audit;
    }

    /** Begins to make a pack; with a fault in a field the page comes again as it was filled in. */
    @PostMapping("/evidence/packs")
    String make(
            @RequestParam Map<String, String> sent,
            Principal by,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        Asked asked = page.asked(sent);
        PackForm form = PackForm.sent(sent, Tongue.of(locale).word());
        String fault = fault(asked, form);
        if (!fault.isEmpty()) {
            model.addAttribute("done", "").addAttribute("fault", fault);
            return page.page(asked, form, HoldForm.of(asked.field()), Long.MAX_VALUE, model);
        }
        PackOrder order = new PackOrder(
                asked.pattern().orElseThrow(),
                asked.from(),
                asked.to(),
                form.tongue(),
                form.receiver(),
                form.why(),
                by.getName());
        String from = request.getRemoteAddr();
        boolean begun = desk.make(
                order,
                asked.preview().orElseThrow().calls(),
                kept -> audit.note(
                        order.by(),
                        Deed.EVIDENCE_MADE,
                        order.source().text(),
                        "",
                        order.who() + ": " + order.why(),
                        from));
        return begun ? "redirect:/evidence?done=making" + PACKS : "redirect:/evidence?fault=BUSY" + PACKS;
    }

    private String fault(Asked asked, PackForm form) {
        if (asked.preview().isEmpty() || asked.fault() || !form.faults().isEmpty()) {
            return "FIELDS";
        }
        if (asked.preview().get().calls() == 0) {
            return "NONE";
        }
        if (asked.preview().get().tooMany()) {
            return "TOO_MANY";
        }
        try {
            packs.fingerprint();
            return "";
        } catch (EvidenceFault e) {
            return "KEY";
        }
    }

    /** Hands a pack out: that is noted in the chain first. */
    @PostMapping("/evidence/packs/{block}/take")
    ResponseEntity<Resource> take(@PathVariable long block, @RequestParam(defaultValue = "") String who, Principal by) {
        Optional<KeptPack> kept = desk.find(block);
        Optional<String> receiver = FreeText.read(who, LONGEST_NAME);
        if (kept.isEmpty() || receiver.isEmpty()) {
            return away(kept.isEmpty() ? "GONE" : "WHO");
        }
        KeptPack pack = kept.get();
        String source = source(block);
        try {
            desk.handOut(pack, source, receiver.get(), by.getName());
        } catch (EvidenceFault e) {
            return away("KEY");
        }
        audit.note(Deed.EVIDENCE_TAKEN, source, "", receiver.get() + ": pack " + block + ", SHA-256 " + pack.sha256());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .contentLength(pack.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quell-evidence-" + block + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new FileSystemResource(pack.file()));
    }

    private static ResponseEntity<Resource> away(String fault) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/evidence?fault=" + fault + PACKS))
                .build();
    }

    /** Begins to check a pack that waits. */
    @PostMapping("/evidence/packs/{block}/check")
    String check(@PathVariable long block, Principal by, HttpServletRequest request) {
        Optional<KeptPack> kept = desk.find(block);
        if (kept.isEmpty()) {
            return "redirect:/evidence?fault=GONE" + PACKS;
        }
        String source = source(block);
        String from = request.getRemoteAddr();
        boolean begun = desk.check(
                kept.get(),
                source,
                by.getName(),
                findings -> audit.note(
                        by.getName(),
                        Deed.EVIDENCE_CHECKED,
                        source,
                        "",
                        "pack " + block + ": " + words(findings),
                        from));
        return begun ? "redirect:/evidence?done=checking" + PACKS : "redirect:/evidence?fault=BUSY" + PACKS;
    }

    private static String words(List<PackFinding> findings) {
        long faults = findings.stream().filter(finding -> !finding.holds()).count();
        return faults == 0 ? ChainMaker.HOLDS : "does not hold, " + faults + " faults";
    }

    /** Deletes a pack; that it was made stays in the chain. */
    @PostMapping("/evidence/packs/{block}/delete")
    String delete(@PathVariable long block) {
        Optional<KeptPack> kept = desk.find(block);
        if (kept.isEmpty()) {
            return "redirect:/evidence?fault=GONE" + PACKS;
        }
        try {
            desk.delete(kept.get());
        } catch (EvidenceFault e) {
            return "redirect:/evidence?fault=SHELF" + PACKS;
        }
        audit.note(
                Deed.EVIDENCE_DELETED,
                source(block),
                "pack " + block + ", SHA-256 " + kept.get().sha256(),
                "");
        return "redirect:/evidence?done=deleted" + PACKS;
    }

    private String source(long block) {
        return custody.pack(block)
                .flatMap(PackNote::order)
                .map(PackNote.Order::source)
                .orElse("");
    }
}

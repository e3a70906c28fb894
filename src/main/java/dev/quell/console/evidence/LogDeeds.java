package dev.quell.console.evidence;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.desk.LogDesk;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The check of the whole call log that is begun on {@code /evidence}. */
@Controller
class LogDeeds {
    private static final int MOST_LINES = 1000;
    private static final String CHAIN = "#chain";

    private final LogDesk desk;
    private final Audit audit;

    LogDeeds(LogDesk desk, Audit audit) {
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * Begins a check.
     *
     * @param heads lines that another machine's log kept; those that tell no head are passed over
     * @param former fingerprints of keys that signed before the present one
     */
    @PostMapping("/evidence/log")
    String verify(
            @RequestParam(defaultValue = "") String heads,
            @RequestParam(defaultValue = "") String former,
            Principal by,
            HttpServletRequest request) {
        List<String> lines = heads.lines()
                .filter(line -> line.contains("CHAIN HEAD"))
                .limit(MOST_LINES)
                .toList();
        String from = request.getRemoteAddr();
        boolean begun = desk.start(keys(former), lines, by.getName(), report -> note(by.getName(), report, from));
        return begun ? "redirect:/evidence?done=verifying" + CHAIN : "redirect:/evidence?fault=BUSY" + CHAIN;
    }

    private static Set<String> keys(String former) {
        return Arrays.stream(former.toLowerCase(Locale.ROOT).split("[^0-9a-f]+"))
                .filter(word -> word.length() == 64)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void note(String by, ChainReport report, String from) {
        String found =
                word(report) + ": blocks to " + report.last() + ", " + report.facts() + " facts, end " + report.head();
        audit.note(by, Deed.LOG_CHECKED, ChainMaker.subject(report.chain()), "", found, from);
    }

    private static String word(ChainReport report) {
        if (report.proves()) {
            return ChainMaker.HOLDS;
        }
        return report.holds()
                ? ChainMaker.UNSURE + ", " + report.unproved().size() + " not compared"
                : "does not hold, " + report.faulty() + " faults";
    }

    /** Ends the check that goes on. */
    @PostMapping("/evidence/log/cancel")
    String cancel() {
        desk.cancel();
        return "redirect:/evidence?done=stopped" + CHAIN;
    }
}

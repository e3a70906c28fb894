package dev.quell.console.calls.export;

import dev.quell.call.Printable;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.LoggedCall;
import dev.quell.console.calls.Filters;
import dev.quell.console.shell.Times;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /calls/export.csv} and {@code .json}: the calls that the log's filters mean, newest first, written as they are read. */
@Controller
class CallExport {
    /** No file has more calls; one that ends there says so. */
    static final int MOST = 50_000;

    private static final int PAGE = 1000;
    private static final int LONGEST = 200;

    private final CallLog log;
    private final Filters filters;
    private final Audit audit;
    private final Times times;
    private final Clock clock;

    CallExport(CallLog log, Filters filters, Audit audit, Times times, Clock clock) {
        this.log = log;
        this.filters = filters;
        this.audit = audit;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/calls/export.csv")
    void csv(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        write(query, response, "text/csv", "csv", CallCsv::new);
    }

    @GetMapping("/calls/export.json")
    void json(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        write(query, response, "application/json", "json", CallJson::new);
    }

    private void write(
            Map<String, String> query, HttpServletResponse response, String type, String suffix, CallWriter.Form form)
            throws IOException {
        Instant now = clock.instant();
        Filters.Wanted wanted = filters.read(query, now);
        if (!wanted.faults().isEmpty()) {
            // A file of other calls than were meant would not be noticed.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        audit.note(Deed.EXPORTED, "calls as " + suffix, "", words(query));
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"calls-" + times.day(now) + "." + suffix + "\"");
        CallWriter writer = form.begin(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.end(rows(wanted, writer));
    }

    /** Writes calls up to {@value #MOST}; whether there were more. */
    private boolean rows(Filters.Wanted wanted, CallWriter writer) throws IOException {
        Optional<CallCursor> at = Optional.empty();
        int written = 0;
        do {
            CallPage page = log.search(new CallLog.Query(wanted.filter(), at, PAGE));
            for (LoggedCall call : page.calls()) {
                writer.write(call);
            }
            written += page.calls().size();
            at = page.older();
        } while (at.isPresent() && written < MOST);
        return at.isPresent();
    }

    /** What was asked for, in short. */
    private static String words(Map<String, String> query) {
        String words = Filters.FIELDS.stream()
                .filter(field -> !query.getOrDefault(field, "").isBlank())
                .map(field -> field + "=" + query.get(field))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "all" : Printable.of(words, LONGEST);
    }
}

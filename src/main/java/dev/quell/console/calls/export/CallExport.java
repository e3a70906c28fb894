package dev.quell.console.calls.export;

import dev.quell.console.calls.Filters;
import dev.quell.console.shell.Times;
import dev.quell.deed.export.CallFiles;
import dev.quell.deed.export.CallForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /calls/export.csv} and {@code .json}: the calls that the log's filters mean, newest first, written as they are read. */
@Controller
class CallExport {
    private final CallFiles files;
    private final Filters filters;
    private final Times times;
    private final Clock clock;

    CallExport(CallFiles files, Filters filters, Times times, Clock clock) {
        this.files = files;
        this.filters = filters;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/calls/export.csv")
    void csv(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        write(query, response, CallForm.CSV);
    }

    @GetMapping("/calls/export.json")
    void json(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        write(query, response, CallForm.JSON);
    }

    private void write(Map<String, String> query, HttpServletResponse response, CallForm form) throws IOException {
        Instant now = clock.instant();
        Filters.Wanted wanted = filters.read(query, now);
        if (!wanted.faults().isEmpty()) {
            // A file of other calls than were meant would not be noticed.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        files.note(form, Filters.FIELDS, query);
        response.setContentType(form.type());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"calls-" + times.day(now) + "." + form.suffix() + "\"");
        files.write(wanted.filter(), form, new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }
}

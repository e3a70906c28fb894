package dev.quell.web.reports;

import dev.quell.reporting.words.ReportCsv;
import dev.quell.reporting.words.ReportPaper;
import dev.quell.reporting.words.ReportText;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reports as files; each is noted in the audit. */
@Component
class ReportAnswers {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReportPaper paper;
    private final Audit audit;

    ReportAnswers(ReportPaper paper, Audit audit) {
        this.paper = paper;
        this.audit = audit;
    }

    /** What a report is answered as. */
    enum Format {
        JSON,
        CSV,
        PDF
    }

    ResponseEntity<byte[]> csv(ReportText text, LocalDate first, LocalDate last) {
        return file(ReportCsv.of(text).getBytes(StandardCharsets.UTF_8), CSV, first + "_" + last, "csv");
    }

    ResponseEntity<byte[]> pdf(ReportText text, Instant madeAt, Locale locale, LocalDate first, LocalDate last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            paper.write(text, madeAt, locale, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(out.toByteArray(), MediaType.APPLICATION_PDF, first + "_" + last, "pdf");
    }

    private ResponseEntity<byte[]> file(byte[] content, MediaType type, String days, String ending) {
        audit.note(Deed.EXPORTED, "report " + days, "", ending);
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report-" + days + "." + ending + "\"")
                .body(content);
    }
}

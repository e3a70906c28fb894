package dev.quell.reporting.words;

import dev.quell.paper.Letters;
import dev.quell.paper.Sheet;
import dev.quell.reporting.ReportSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A report as PDF. The same report gives the same pages. */
@Component
public final class ReportPaper {

    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float TEXT = 9;
    private static final float SMALL = 8;
    private static final float COLUMN = 170;
    private static final int MANY = 5;
    private static final float NARROW = 80;

    private final ReportSettings settings;
    private final MessageSource texts;

    /** Writes with the settings' font. */
    public ReportPaper(ReportSettings settings, MessageSource texts) {
        this.settings = settings;
        this.texts = texts;
    }

    /** Writes a report. */
    public void write(ReportText report, Instant madeAt, Locale locale, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(madeAt.toEpochMilli());
            document.getDocumentInformation().setTitle(report.title() + " " + report.period());
            Letters letters = new Letters(document, settings.font());
            String foot = report.period() + "   " + madeAt;
            try (Sheet sheet = new Sheet(document, letters, foot, texts.getMessage("reports.page", null, locale))) {
                sheet.heading(report.title(), TITLE);
                sheet.line(report.period(), TEXT, 0);
                for (Section section : report.sections()) {
                    write(section, sheet);
                }
                if (letters.lacking()) {
                    sheet.space(TEXT);
                    // English: the letters of any other language may be those that lack.
                    sheet.line(texts.getMessage("reports.glyphs", null, Locale.ENGLISH), SMALL, 0);
                }
            }
            document.save(out);
        }
    }

    private static void write(Section section, Sheet sheet) throws IOException {
        sheet.heading(section.heading(), HEADING);
        boolean many = section.header().size() > MANY;
        float column = many ? NARROW : COLUMN;
        sheet.cells(section.header(), SMALL, column);
        for (List<String> row : section.readable()) {
            sheet.cells(row, many ? SMALL : TEXT, column);
        }
        for (String note : section.notes()) {
            sheet.line(note, SMALL, 0);
        }
    }
}

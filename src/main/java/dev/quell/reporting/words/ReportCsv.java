package dev.quell.reporting.words;

import dev.quell.report.SafeCell;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A report as CSV (RFC 4180, UTF-8 with a byte order mark, without which spreadsheets read Chinese wrongly): table by table, an empty line between them, safe
 * to open in a spreadsheet by {@link SafeCell}.
 */
public final class ReportCsv {

    private static final char MARK = '\uFEFF';

    private ReportCsv() {}

    /** Writes a report. */
    public static void write(ReportText report, Appendable out) throws IOException {
        out.append(MARK);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        print(printer, List.of(report.title(), report.period()));
        for (Section section : report.sections()) {
            printer.println();
            print(printer, List.of(section.heading()));
            print(printer, section.header());
            for (List<String> row : section.rows()) {
                print(printer, row);
            }
            for (String note : section.notes()) {
                print(printer, List.of(note));
            }
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(SafeCell::of).toList());
    }

    /** The whole text. */
    public static String of(ReportText report) {
        StringBuilder out = new StringBuilder();
        try {
            write(report, out);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
        return out.toString();
    }
}

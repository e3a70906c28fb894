package dev.quell.deed.export;

import dev.quell.calllog.LoggedCall;
import dev.quell.report.SafeCell;
import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Calls as CSV (RFC 4180, UTF-8, one header line), safe to open in a spreadsheet. Where it is cut a last line of one cell says so. */
final class CallCsv implements CallWriter {
    private final CSVPrinter printer;

    CallCsv(Writer out) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(CallFields.names());
    }

    @Override
    public void write(LoggedCall call) throws IOException {
        printer.printRecord(CallFields.of(call).values().stream()
                .map(value -> value instanceof String text ? SafeCell.of(text) : value)
                .toList());
    }

    @Override
    public void end(boolean cut) throws IOException {
        if (cut) {
            printer.printRecord("cut after " + CallFiles.MOST + " calls: filter more narrowly for the rest");
        }
        printer.flush();
    }
}

package dev.quell.report;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.CallClass;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A report as CSV (RFC 4180, UTF-8, one header line, the total last), safe to open in a spreadsheet by {@link SafeCell}. Times are ISO 8601 in UTC.
 */
public final class SourceCsv {

    private static final List<WayStep> TREATMENTS =
            List.of(WayStep.CHALLENGE, WayStep.LISTEN, WayStep.DETER, WayStep.REJECT);

    private SourceCsv() {}

    /** Writes a report. */
    public static void write(SourceReport report, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(header());
        for (SourceRow row : report.rows()) {
            printer.printRecord(cells(row));
        }
        printer.printRecord(cells(report.total()));
        printer.flush();
    }

    private static List<String> header() {
        List<String> names =
                new ArrayList<>(List.of("source", "calls", "nuisance", "first_seen", "last_seen", "lines"));
        names.add("line_names");
        for (CallOutcome outcome : CallOutcome.values()) {
            names.add("outcome_" + outcome.name().toLowerCase(Locale.ROOT));
        }
        for (CallClass callClass : CallClass.values()) {
            names.add("class_" + callClass.name().toLowerCase(Locale.ROOT));
        }
        names.add("unscreened");
        for (WayStep treatment : TREATMENTS) {
            names.add("way_" + treatment.name().toLowerCase(Locale.ROOT));
        }
        names.addAll(List.of("blocks", "flags"));
        return names;
    }

    private static List<Object> cells(SourceRow row) {
        List<Object> cells = new ArrayList<>();
        cells.add(SafeCell.of(row.source()));
        cells.add(row.calls());
        cells.add(row.nuisance());
        cells.add(time(row.firstSeen()));
        cells.add(time(row.lastSeen()));
        cells.add(row.lines());
        cells.add(SafeCell.of(String.join(" ", row.lineNames())));
        for (CallOutcome outcome : CallOutcome.values()) {
            cells.add(row.of(outcome));
        }
        for (CallClass callClass : CallClass.values()) {
            cells.add(row.of(callClass));
        }
        cells.add(row.unscreened());
        for (WayStep treatment : TREATMENTS) {
            cells.add(row.of(treatment));
        }
        cells.add(row.blocks());
        cells.add(row.flags());
        return cells;
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }
}

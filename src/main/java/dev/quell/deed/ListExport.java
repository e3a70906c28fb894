package dev.quell.deed;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListQuery;
import dev.quell.call.Printable;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.masking.Masking;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/**
 * The active entries of a list as CSV, newest first, safe to open in a spreadsheet: a cell that one would take for a formula begins with an apostrophe. Its
 * first four columns are those that an import reads.
 */
@Component
public final class ListExport {
    private static final int PAGE = 500;
    private static final int LONGEST = 200;
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20].*");

    private final BlockListService lists;
    private final Audit audit;

    ListExport(BlockListService lists, Audit audit) {
        this.lists = lists;
        this.audit = audit;
    }

    /** A list's name: {@code blocklist} or {@code allowlist}. */
    public static String name(ListKind kind) {
        return kind == ListKind.BLOCK ? "blocklist" : "allowlist";
    }

    /** Writes a list, once the audit log tells so. */
    public void write(ListKind kind, Appendable out) throws IOException {
        audit.note(Deed.EXPORTED, name(kind), "", "csv");
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord("pattern", "kind", "reason", "expires", "author", "origin", "made");
        Optional<ListQuery.Place> after = Optional.empty();
        List<ListEntry> page;
        do {
            page = lists.page(new ListQuery(kind, Optional.empty(), Optional.empty(), Optional.empty(), after, PAGE));
            for (ListEntry entry : page) {
                print(printer, entry);
                after = Optional.of(ListQuery.Place.of(entry));
            }
        } while (page.size() == PAGE);
        printer.flush();
    }

    private static void print(CSVPrinter printer, ListEntry entry) throws IOException {
        printer.printRecord(
                safe(entry.pattern().shown()),
                entry.kind().name().toLowerCase(Locale.ROOT),
                safe(entry.reason()),
                entry.expiresAt().map(Instant::toString).orElse(""),
                safe(entry.author()),
                entry.origin().name().toLowerCase(Locale.ROOT),
                entry.createdAt());
    }

    private static String safe(String text) {
        String printable = Masking.text(Printable.of(text, LONGEST));
        return FORMULA.matcher(printable).matches() ? "'" + printable : printable;
    }
}

package dev.quell.report;

import dev.quell.call.CallOutcome;
import dev.quell.call.Printable;
import dev.quell.call.WayStep;
import dev.quell.call.Words;
import dev.quell.classifier.CallClass;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report as a table of aligned text for a terminal, the total last. */
public final class SourceText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
    private static final int NAME = 40;
    private static final List<String> HEADER = List.of(
            "SOURCE",
            "CALLS",
            "NUISANCE",
            "SILENT",
            "NOISE",
            "SHORT",
            "SPOKE",
            "OTHER",
            "FLAGS",
            "LISTEN",
            "CHALLENGE",
            "DETER",
            "REJECT",
            "BLOCKS",
            "LINES",
            "FIRST SEEN",
            "LAST SEEN",
            "TAKEN FOR");

    private final ZoneId zone;

    private SourceText(ZoneId zone) {
        this.zone = zone;
    }

    /** The report; times are shown in a zone. */
    public static String of(SourceReport report, ZoneId zone) {
        SourceText text = new SourceText(zone);
        List<List<String>> table = new ArrayList<>();
        table.add(HEADER);
        report.rows().forEach(row -> table.add(text.cells(row)));
        table.add(text.cells(report.total()));
        return text.heading(report) + aligned(table);
    }

    private String heading(SourceReport report) {
        String shown = report.rows().size() < report.sources()
                ? ", the worst " + report.rows().size()
                : "";
        return "Sources by %s, from %s until before %s: %s%s\n\n"
                .formatted(
                        report.by().name().toLowerCase(Locale.ROOT),
                        ZONED.format(report.from().atZone(zone)),
                        ZONED.format(report.to().atZone(zone)),
                        Words.count(report.sources(), "source"),
                        shown);
    }

    private List<String> cells(SourceRow row) {
        return List.of(
                Printable.of(row.source(), NAME),
                number(row.calls()),
                number(row.nuisance()),
                number(row.of(CallOutcome.SILENT)),
                number(row.of(CallOutcome.NOISE)),
                number(row.of(CallOutcome.SHORT)),
                number(row.of(CallOutcome.SPOKE) + row.of(CallOutcome.GOOD_TALK)),
                number(row.of(CallOutcome.NO_MEDIA) + row.of(CallOutcome.ABANDONED) + row.of(CallOutcome.UNKNOWN)),
                number(row.flags()),
                number(row.of(WayStep.LISTEN)),
                number(row.of(WayStep.CHALLENGE)),
                number(row.of(WayStep.DETER)),
                number(row.of(WayStep.REJECT)),
                number(row.blocks()),
                number(row.lines()),
                time(row.firstSeen()),
                time(row.lastSeen()),
                classes(row));
    }

    private static String number(long count) {
        return Long.toString(count);
    }

    private String time(Optional<Instant> time) {
        return time.map(seen -> TIME.format(seen.atZone(zone))).orElse("-");
    }

    /** What the calls were taken for, the most frequent first. */
    private static String classes(SourceRow row) {
        String classes = Arrays.stream(CallClass.values())
                .filter(callClass -> row.of(callClass) > 0)
                .sorted(Comparator.comparingLong((CallClass callClass) -> row.of(callClass))
                        .reversed())
                .map(callClass -> callClass + " " + row.of(callClass))
                .collect(Collectors.joining(", "));
        String unscreened = row.unscreened() > 0 ? "unscreened " + row.unscreened() : "";
        return classes + (classes.isEmpty() || unscreened.isEmpty() ? "" : ", ") + unscreened;
    }

    /** The first column and the last three to the left, counts to the right. */
    private static String aligned(List<List<String>> table) {
        int columns = HEADER.size();
        int[] widths = new int[columns];
        table.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String gap = " ".repeat(widths[i] - row.get(i).length());
                boolean left = i == 0 || i >= columns - 3;
                line.append(i == 0 ? "" : "  ").append(left ? row.get(i) + gap : gap + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}

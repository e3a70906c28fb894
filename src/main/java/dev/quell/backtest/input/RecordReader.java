package dev.quell.backtest.input;

import dev.quell.backtest.input.line.RecordSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a file of recorded calls, counts or labels line by line; memory does not grow with the file. */
public final class RecordReader {

    private static final int RECOGNISED_BY = 50;
    private static final int WAITING = 200_000;

    private final InputSettings settings;

    public RecordReader(InputSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a file; one whose name ends in {@code .gz} is unpacked on the way.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its format cannot be recognised, or its columns lack one that the format needs; the message says what would be
     *     right
     */
    public InputSummary read(Path file, RecordSink sink) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 65_536)) {
            if (!file.toString().endsWith(".gz")) {
                return read(file.toString(), bytes, sink);
            }
            try (InputStream unpacked = new GZIPInputStream(bytes, 65_536)) {
                return read(file.toString(), unpacked, sink);
            }
        }
    }

    /** Reads text in UTF-8, with or without a byte order mark; {@code name} is for messages. */
    public InputSummary read(String name, InputStream text, RecordSink sink) throws IOException {
        RecordSource source = new RecordSource(new InputStreamReader(text, StandardCharsets.UTF_8));
        List<String> first = source.peek(RECOGNISED_BY);
        Layout layout = new Recognition(settings, name).layout(first);
        source.expect(layout.separator(), layout.fewest(), layout.most());
        if (layout.header()) {
            source.next();
        }
        Tally tally = new Tally(sink);
        Rows rows = rows(layout, tally);
        Row row = new Row(source.fields(), layout, new Times(settings.zone()));
        while (source.next()) {
            tally.line();
            take(source, rows, row, tally);
        }
        rows.end();
        return tally.summary(layout.format());
    }

    private static void take(RecordSource source, Rows rows, Row row, Tally tally) {
        if (!source.fault().isEmpty()) {
            tally.skipped(source.line(), source.fault());
            return;
        }
        try {
            rows.take(row);
        } catch (LineFault fault) {
            tally.skipped(source.line(), fault.sentence());
        }
    }

    private Rows rows(Layout layout, Tally tally) {
        CallerText callers = new CallerText(settings, layout.format());
        StartOrder order = new StartOrder(tally, WAITING);
        return switch (layout.format()) {
            case MASTER_CSV, CDR_CUSTOM -> new CdrRows(callers, settings.inbound(), tally, order);
            case CEL -> new CelRows(callers, settings.inbound(), tally, order);
            case CALLS -> new TableRows(callers, tally).calls(order);
            case COUNTS -> new TableRows(callers, tally).counts();
            case LABELS -> new TableRows(callers, tally).labels();
        };
    }
}

package dev.quell.backtest.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what becomes of the lines, and passes on what is found. */
final class Tally {

    private static final int FIRST = 20;
    private static final int REASONS = 50;

    private final RecordSink sink;
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private final List<BadLine> first = new ArrayList<>();
    private long lines;
    private long records;
    private long joined;
    private long skipped;
    private long outOfOrder;

    Tally(RecordSink sink) {
        this.sink = sink;
    }

    void line() {
        lines++;
        if (lines % 4096 == 0) {
            sink.progress(lines);
        }
    }

    void call(RecordedCall call) {
        records++;
        sink.call(call);
    }

    void count(CallerCount count) {
        records++;
        sink.count(count);
    }

    void label(RecordedCaller caller, Label label) {
        records++;
        sink.label(caller, label);
    }

    void joined() {
        joined++;
    }

    void outOfOrder() {
        outOfOrder++;
    }

    void leftOut(String reason, long count) {
        leftOut.merge(
                leftOut.size() < REASONS || leftOut.containsKey(reason) ? reason : "other reasons", count, Long::sum);
    }

    void skipped(long line, String fault) {
        BadLine bad = new BadLine(line, fault);
        skipped++;
        if (first.size() < FIRST) {
            first.add(bad);
        }
        sink.skipped(bad);
    }

    InputSummary summary(InputFormat format) {
        sink.progress(lines);
        return new InputSummary(format, lines, records, joined, leftOut, skipped, first, outOfOrder);
    }
}

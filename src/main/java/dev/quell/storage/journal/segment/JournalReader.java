package dev.quell.storage.journal.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is durable and was not taken in, in order. For one thread. */
public final class JournalReader {

    private static final int CHUNK = 512 << 10;

    private final Segments segments;
    private long taken;
    private long missing;
    private @Nullable Segment segment;
    private int position;
    private int ahead;
    private long lastAhead;
    private long missingAhead;

    /** @param taken up to which number records were taken in */
    public JournalReader(Segments segments, long taken) {
        this.segments = segments;
        this.taken = taken;
    }

    /** The next records, so many at most; the same ones again unless {@link #taken} was called. Empty if there are none. */
    public List<JournalRecord> next(int most) throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        for (Segment current = current(); current != null && records.isEmpty(); current = current()) {
            read(current, most, records);
        }
        return records;
    }

    private void read(Segment current, int most, List<JournalRecord> records) throws IOException {
        int end = current.end();
        int to = Math.min(end, position + CHUNK);
        RecordScan scan = new RecordScan(current.read(position, to), 0, Math.max(taken + 1, current.first()), to < end);
        @Nullable JournalRecord each = scan.next();
        while (each != null && records.size() < most) {
            records.add(each);
            lastAhead = each.sequence();
            ahead = scan.end();
            each = records.size() < most ? scan.next() : null;
        }
        missingAhead = current.isRecovered() ? 0 : scan.missing();
        if (records.isEmpty()) {
            position = to < end ? to - Frame.LARGEST : end;
        }
    }

    /** The segment to read on in; null if nothing is there to be read. */
    private @Nullable Segment current() {
        letGo();
        if (segment == null) {
            segment = segments.oldestBehind(taken);
            position = Segment.HEADER;
        }
        return segment == null || position >= segment.end() ? null : segment;
    }

    /** The records that were read last are in the database for good. */
    public void taken() {
        taken = Math.max(taken, lastAhead);
        missing += missingAhead;
        position += ahead;
        ahead = 0;
        missingAhead = 0;
        letGo();
        segments.free(taken, segment);
    }

    /** Leaves a segment that was read to its end. It may be sealed long after its last record was taken in: by the record that does not fit into it. */
    private void letGo() {
        Segment current = segment;
        if (current == null || !current.isSealed() || position < current.end()) {
            return;
        }
        if (taken < current.last()) {
            missing += current.isRecovered() ? 0 : current.last() - taken;
            taken = current.last();
        }
        segment = null;
        segments.free(taken);
    }

    /** Up to which number records were taken in. */
    public long lastTaken() {
        return taken;
    }

    /** How many records could not be read. */
    public long missing() {
        return missing;
    }
}

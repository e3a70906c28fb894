package dev.quell.storage.journal.segment;

import dev.quell.storage.journal.segment.Segment.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out at the start what a journal's segments hold that was not taken in. */
public final class Recovery {

    /** A number that no segment begins with. */
    private static final long NONE = Long.MAX_VALUE;

    private final Segments segments;
    private final long taken;
    private long lastSequence;
    private long waiting;
    private int torn;
    private long missing;

    private Recovery(Segments segments, long taken) {
        this.segments = segments;
        this.taken = taken;
        this.lastSequence = taken;
    }

    /** A segment that may hold records, by its header; without one, by the first record that is found in it. */
    private record Candidate(Segment segment, Head head) {
        long first() {
            return head.first();
        }
    }

    /**
     * Looks through all segments; afterwards those with nothing to be taken in are free.
     *
     * @param taken up to which number records were taken in
     */
    public static Recovered of(Segments segments, long taken) throws IOException {
        Recovery recovery = new Recovery(segments, taken);
        recovery.look();
        segments.free(taken);
        return new Recovered(recovery.lastSequence, recovery.waiting, recovery.torn, recovery.missing);
    }

    private void look() throws IOException {
        List<Candidate> inOrder = candidates();
        for (int i = 0; i < inOrder.size(); i++) {
            boolean newest = i + 1 == inOrder.size();
            long next = newest ? NONE : inOrder.get(i + 1).first();
            lastSequence = Math.max(lastSequence, inOrder.get(i).first() - 1);
            if (next > taken + 1) {
                scan(inOrder.get(i), next);
            }
        }
    }

    private List<Candidate> candidates() throws IOException {
        List<Candidate> found = new ArrayList<>();
        for (Segment each : segments.all()) {
            @Nullable Head head = each.size() > Segment.HEADER ? each.head() : null;
            if (head != null) {
                found.add(new Candidate(each, head));
                segments.generation(Math.max(segments.generation(), head.generation()));
            } else if (each.size() > Segment.HEADER && !isBlank(each)) {
                beheaded(each).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingLong(Candidate::first).thenComparingLong(each -> each.head.generation()));
        return found;
    }

    private static boolean isBlank(Segment segment) throws IOException {
        ByteBuffer header = segment.read(0, Segment.HEADER);
        return header.mismatch(ByteBuffer.allocate(header.remaining())) < 0;
    }

    /** A segment whose header is damaged, if it holds records that were not taken in. */
    private Optional<Candidate> beheaded(Segment segment) throws IOException {
        return Optional.ofNullable(scan(segment, taken + 1).next())
                .map(record -> new Candidate(segment, new Head(0, record.sequence())));
    }

    private static RecordScan scan(Segment segment, long expected) throws IOException {
        return new RecordScan(segment.read(0, segment.size()), Segment.HEADER, expected, false);
    }

    /** @param next the first number of the segment after it: what has this number or a later one here was never confirmed */
    private void scan(Candidate candidate, long next) throws IOException {
        Segment segment = candidate.segment;
        RecordScan scan = scan(segment, candidate.first());
        int end = Segment.HEADER;
        long last = candidate.first() - 1;
        long count = 0;
        for (JournalRecord each = scan.next(); each != null && each.sequence() < next; each = scan.next()) {
            last = each.sequence();
            end = scan.end();
            count += last > taken ? 1 : 0;
        }
        tell(candidate, scan, last, next);
        waiting += count;
        lastSequence = Math.max(lastSequence, last);
        if (last > taken) {
            segment.found(candidate.first(), last, end);
        }
    }

    private void tell(Candidate candidate, RecordScan scan, long last, long next) {
        boolean newest = next == NONE;
        if (newest && scan.torn()) {
            torn++;
        }
        if (scan.damaged() || (!newest && scan.missing() > 0)) {
            missing += scan.missing();
        }
        if (!newest && next > last + 1) {
            missing += next - last - 1;
        }
        if (taken > 0 && waiting == 0 && candidate.first() > taken + 1) {
            missing += candidate.first() - taken - 1;
        }
    }
}

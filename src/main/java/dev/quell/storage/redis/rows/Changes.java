package dev.quell.storage.redis.rows;

import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.PatientConnection;
import dev.quell.storage.share.SharedRow;
import io.lettuce.core.MapScanCursor;
import io.lettuce.core.Range;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The stream of changes of small rows, and the rows as they are now, as Redis has them. */
final class Changes {

    /** Before the first change. */
    static final String START = "0-0";

    private static final int BATCH = 250;

    private final PatientConnection redis;

    Changes(PatientConnection redis) {
        this.redis = redis;
    }

    /**
     * Changes, and where the next ones begin.
     *
     * @param place the last one's
     */
    record Heard(String place, List<SharedRow> rows) {}

    /** What came after a place; waits a while if there is nothing. */
    Heard after(String place, Duration wait) {
        List<StreamMessage<String, byte[]>> messages = redis.answer(commands ->
                commands.xread(XReadArgs.Builder.block(wait).count(BATCH), StreamOffset.from(Keys.ROWS, place)));
        List<SharedRow> rows = new ArrayList<>();
        for (StreamMessage<String, byte[]> message : messages) {
            Map<String, byte[]> body = message.getBody();
            byte[] row = body.get("row");
            byte[] by = body.get("by");
            if (row != null && by != null) {
                RowText.read(row, number(by)).ifPresent(rows::add);
            }
        }
        return new Heard(messages.isEmpty() ? place : messages.getLast().getId(), rows);
    }

    /** An instance's number; 0, which is nobody's, if it is none. */
    private static long number(byte[] by) {
        String digits = new String(by, StandardCharsets.US_ASCII);
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    /** The place of the newest change. */
    String newest() {
        return about("last-generated-id");
    }

    /**
     * Whether changes after a place may be there no more: they are all there as long as the place itself is. Redis notes what was deleted one by one, not what
     * was trimmed.
     */
    boolean trimmedAfter(String place) {
        if (place.equals(START)) {
            return !about("entries-added").equals(about("length"));
        }
        return compare(newest(), place) < 0
                || redis.answer(commands -> commands.xrange(Keys.ROWS, Range.create(place, place)))
                        .isEmpty();
    }

    private String about(String what) {
        if (redis.answer(commands -> commands.exists(Keys.ROWS)) == 0) {
            return START;
        }
        List<Object> facts = redis.answer(commands -> commands.xinfoStream(Keys.ROWS));
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i + 1 < facts.size(); i += 2) {
            words.put(text(facts.get(i)), text(facts.get(i + 1)));
        }
        return words.getOrDefault(what, START);
    }

    private static String text(Object fact) {
        return fact instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(fact);
    }

    /** Compares places: milliseconds and a number within them. */
    static int compare(String one, String other) {
        String[] left = one.split("-", 2);
        String[] right = other.split("-", 2);
        int byTime = Long.compare(Long.parseLong(left[0]), Long.parseLong(right[0]));
        return byTime != 0 ? byTime : Long.compare(Long.parseLong(left[1]), Long.parseLong(right[1]));
    }

    /** Tells all rows as they are now, a few hundred at a time. */
    void present(Consumer<List<SharedRow>> rows) {
        ScanArgs some = ScanArgs.Builder.limit(BATCH);
        MapScanCursor<String, byte[]> cursor = redis.answer(commands -> commands.hscan(Keys.PRESENT, some));
        rows.accept(read(cursor));
        while (!cursor.isFinished()) {
            ScanCursor at = cursor;
            cursor = redis.answer(commands -> commands.hscan(Keys.PRESENT, at, some));
            rows.accept(read(cursor));
        }
    }

    /** What is kept is the rank, a space and the row; who told it is not kept. */
    private static List<SharedRow> read(MapScanCursor<String, byte[]> cursor) {
        List<SharedRow> rows = new ArrayList<>();
        for (byte[] kept : cursor.getMap().values()) {
            String text = new String(kept, StandardCharsets.UTF_8);
            RowText.read(text.substring(text.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8), 0)
                    .ifPresent(rows::add);
        }
        return rows;
    }
}

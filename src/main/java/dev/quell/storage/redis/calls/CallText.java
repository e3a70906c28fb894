package dev.quell.storage.redis.calls;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import dev.quell.history.PastCall;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call as a text in Redis, about 90 bytes: see {@code lua/told.lua}. Numbers are in base 36, fields are parted by tabs, words of closed sets are {@link Letters}.
 */
final class CallText {

    private static final Logger LOG = LoggerFactory.getLogger(CallText.class);
    private static final String RECORD = "\u001e";
    private static final String PART = "\u001f";
    private static final String FIELD = "\t";
    private static final int BASE = 36;

    /**
     * How an end went.
     *
     * @param teller the mark of the instance that tells it
     */
    record End(
            Instant at, Duration answered, HangupSide side, CallOutcome outcome, Set<Conduct> conduct, String teller) {}

    private CallText() {}

    static String arrival(
            String line,
            Profile profile,
            String trunk,
            String fingerprint,
            Attestation attestation,
            Set<Disturbance> disturbances) {
        return String.join(
                FIELD,
                plain(line),
                String.valueOf(Letters.of(profile)),
                plain(trunk),
                plain(fingerprint),
                String.valueOf(Letters.of(attestation)),
                Letters.of(disturbances));
    }

    static String screened(End end) {
        return String.join(
                FIELD,
                number(end.at.toEpochMilli()),
                number(end.answered.toMillis()),
                String.valueOf(Letters.of(end.side)),
                String.valueOf(Letters.of(end.outcome)),
                Letters.of(end.conduct),
                end.teller);
    }

    /** Of a call without an arrival, the end tells where it came in. */
    static String unscreened(End end, String line, String trunk) {
        return String.join(FIELD, screened(end), plain(line), plain(trunk));
    }

    static String number(long value) {
        return Long.toString(value, BASE);
    }

    /** A text without control characters, of which the form is made. */
    private static String plain(String text) {
        return text.chars().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", " ") : text;
    }

    /** The calls of a caller's whole text, in order of arrival; a record that this version cannot read is passed over. */
    static List<PastCall> read(String text) {
        List<PastCall> calls = new ArrayList<>();
        int next = text.indexOf(RECORD);
        while (next >= 0) {
            int end = text.indexOf(RECORD, next + 1);
            readable(text.substring(next + 1, end < 0 ? text.length() : end)).ifPresent(calls::add);
            next = end;
        }
        calls.sort(Comparator.comparing(PastCall::arrivedAt));
        return calls;
    }

    private static Optional<PastCall> readable(String record) {
        try {
            return Optional.of(call(record));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException | ArithmeticException e) {
            LOG.debug("A call that another instance told cannot be read; all instances should be of one version", e);
            return Optional.empty();
        }
    }

    private static PastCall call(String record) {
        String[] parts = record.split(PART, -1);
        String[] arrival = parts[2].isEmpty() ? new String[0] : parts[2].split(FIELD, -1);
        String[] end = parts[3].isEmpty() ? new String[0] : parts[3].split(FIELD, -1);
        boolean screened = arrival.length > 0;
        Instant arrivedAt = Instant.ofEpochMilli(Long.parseLong(parts[1], BASE));
        return new PastCall(
                CallId.parse(parts[0]),
                arrivedAt,
                screened ? arrival[0] : field(end, 6),
                screened ? Letters.word(arrival[1], Profile.PROTECTED) : Profile.PROTECTED,
                screened ? arrival[2] : field(end, 7),
                screened ? arrival[3] : "||",
                screened ? Letters.word(arrival[4], Attestation.NONE) : Attestation.NONE,
                lasted(arrivedAt, end),
                Duration.ofMillis(Math.max(0, value(end, 1))),
                Letters.word(field(end, 2), HangupSide.UNKNOWN),
                Letters.word(field(end, 3), CallOutcome.UNKNOWN),
                Letters.words(field(end, 4), Conduct.class),
                screened ? Letters.words(arrival[5], Disturbance.class) : Set.of());
    }

    private static Duration lasted(Instant arrivedAt, String[] end) {
        long millis = value(end, 0) - arrivedAt.toEpochMilli();
        return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }

    private static String field(String[] fields, int place) {
        return place < fields.length ? fields[place] : "";
    }

    private static long value(String[] fields, int place) {
        String text = field(fields, place);
        return text.isEmpty() ? 0 : Long.parseLong(text, BASE);
    }
}

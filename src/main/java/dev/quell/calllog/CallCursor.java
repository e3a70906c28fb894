package dev.quell.calllog;

import dev.quell.call.CallId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the log beside one call, and the way to go from there. Calls that arrive meanwhile shift nothing.
 *
 * @param way older or newer calls than that one
 * @param at when that call arrived, to the millisecond
 * @param id that call, which need not be there any more
 */
public record CallCursor(Way way, Instant at, CallId id) {

    private static final Pattern FORM = Pattern.compile("([on])(-?[0-9]{1,15})\\|(.{3,129})");

    /** Where a page goes on. */
    public enum Way {
        OLDER,
        NEWER
    }

    public CallCursor {
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** The place beside a call. */
    static CallCursor of(Way way, LoggedCall call) {
        return new CallCursor(way, call.arrivedAt(), call.id());
    }

    /**
     * Reads the form of {@link #text()}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static CallCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            Matcher form = FORM.matcher(plain);
            if (form.matches()) {
                Way way = form.group(1).equals("o") ? Way.OLDER : Way.NEWER;
                Instant at = Instant.ofEpochMilli(Long.parseLong(form.group(2)));
                return new CallCursor(way, at, CallId.parse(form.group(3)));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(unusable(), e);
        }
        throw new IllegalArgumentException(unusable());
    }

    private static String unusable() {
        return "is no place in the log; take it from the page before, as it is there";
    }

    /** Letters, digits, hyphens and underscores, for an address; of no meaning to others. */
    public String text() {
        String plain = (way == Way.OLDER ? "o" : "n") + at.toEpochMilli() + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}

package dev.quell.web.screen;

import dev.quell.call.CallId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A call's id as a switch writes it, which may be any text, for example a SIP Call-ID with an {@code @}; and words of a switch's own. */
final class SwitchCall {

    /** The switch of a call that names none. */
    static final String NAMELESS = "switch";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,96}");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9_.:/@+-]");
    private static final int KEPT = 60;
    private static final int DIGITS = 32;
    private static final int LONGEST_WORD = 128;

    private SwitchCall() {}

    /**
     * The call of a switch's own id. An id of other characters than ours, or a longer one, becomes its plain part and a digest of the whole: the same id
     * always is the same call, and two ids are never one.
     *
     * @param switchName 1 to 32 letters, digits or hyphens
     */
    static CallId of(String switchName, String id) {
        return new CallId(switchName, PLAIN.matcher(id).matches() ? id : shortened(id));
    }

    private static String shortened(String id) {
        return extended(FOREIGN.matcher(id).replaceAll("_"), id);
    }

    /** Another call whose switch gave it an id that is taken: the id and a digest of what tells the two apart. */
    static CallId further(CallId id, String apart) {
        return new CallId(id.server(), extended(id.linkedId(), id.linkedId() + "\n" + apart));
    }

    private static String extended(String plain, String whole) {
        return plain.substring(0, Math.min(plain.length(), KEPT)) + "."
                + digest(whole).substring(0, DIGITS);
    }

    /** The call of a path: an id as our answer names it, {@code server:id}, or the switch's own. */
    static CallId ofPath(String text) {
        try {
            return CallId.parse(text);
        } catch (IllegalArgumentException ownId) {
            return of(NAMELESS, text);
        }
    }

    /** What of a text may be part of a word, at most 128 characters; a caller may have dialled anything, and none of it is a reason not to screen. */
    static String word(String text) {
        String word = NO_WORD.matcher(text).replaceAll("");
        return word.substring(0, Math.min(word.length(), LONGEST_WORD));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package dev.quell.asterisk.ended;

import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/** The form that a dialplan's CURL posts, as pairs of key and value. */
final class ToldForm {

    private static final int LONGEST = 16_384;

    private ToldForm() {}

    /** Whether the form asks to undo a flag; one that cannot be decoded does not. */
    static boolean asksUndo(HttpServletRequest request) {
        try {
            return request.getParameter("undo") != null;
        } catch (IllegalStateException unreadable) {
            return false;
        }
    }

    /** Refuses what need not be read to be refused: no stated length, one beyond 16 KB, or a query in the address. */
    static void checkUnread(HttpServletRequest request) throws RefusedException {
        long length = request.getContentLengthLong();
        if (length < 0 || length > LONGEST) {
            throw new RefusedException(
                    Refusal.TOO_LONG, "the form must state its length, at most " + LONGEST + " bytes");
        }
        if (request.getQueryString() != null) {
            throw new RefusedException(Refusal.GARBAGE, "the address has a query; everything belongs into the form");
        }
    }

    /** The posted pairs, a key that came twice twice. */
    static List<String> pairs(HttpServletRequest request) throws RefusedException {
        List<String> pairs = new ArrayList<>();
        try {
            request.getParameterMap().forEach((key, values) -> {
                for (String value : values) {
                    pairs.add(key + "=" + value);
                }
            });
        } catch (IllegalStateException unreadable) {
            throw new RefusedException(
                    Refusal.GARBAGE, "the form cannot be decoded; each value is coded with URIENCODE");
        }
        return pairs;
    }
}

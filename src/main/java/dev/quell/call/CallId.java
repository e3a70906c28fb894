package dev.quell.call;

/**
 * One inbound call's identity: the name of the Asterisk that has it and that server's name for the linked call, which is unique there only.
 *
 * @param server name of the Asterisk, letters, digits and hyphens, at most 32
 * @param linkedId the linked call's name on that server, at most 96 of {@code [A-Za-z0-9_.-]}
 */
public record CallId(String server, String linkedId) implements Comparable<CallId> {

    private static final int LONGEST_SERVER = 32;
    private static final int LONGEST_LINKED_ID = 96;

    public CallId {
        if (!consists(server, LONGEST_SERVER, "-")) {
            throw new IllegalArgumentException("server name must be 1 to 32 letters, digits or hyphens");
        }
        if (!consists(linkedId, LONGEST_LINKED_ID, "_.-")) {
            throw new IllegalArgumentException(
                    "linkedid must be 1 to 96 letters, digits, dots, hyphens or underscores");
        }
    }

    /** Whether a text is of ASCII letters, digits and some more characters only. Written out: a busy caller's history has hundreds of ids. */
    private static boolean consists(String text, int longest, String more) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean plain =
                    (next >= '0' && next <= '9') || (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
            if (!plain && more.indexOf(next) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= longest;
    }

    /**
     * Reads {@code server:linkedid}, the form of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static CallId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a call id looks like pbx:1763800000.12");
        }
        return new CallId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(CallId other) {
        int byServer = server.compareTo(other.server);
        return byServer != 0 ? byServer : linkedId.compareTo(other.linkedId);
    }

    @Override
    public String toString() {
        return server + ":" + linkedId;
    }
}

package dev.quell.call;

import java.util.regex.Pattern;

/**
 * One inbound call's identity: the name of the Asterisk that has it and that server's name for the linked call, which is unique there only.
 *
 * @param server name of the Asterisk, letters, digits and hyphens, at most 32
 * @param linkedId the linked call's name on that server, at most 96 of {@code [A-Za-z0-9_.-]}
 */
public record CallId(String server, String linkedId) implements Comparable<CallId> {

    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern LINKED_ID = Pattern.compile("[A-Za-z0-9_.-]{1,96}");

    public CallId {
        if (!SERVER.matcher(server).matches()) {
            throw new IllegalArgumentException("server name must be 1 to 32 letters, digits or hyphens");
        }
        if (!LINKED_ID.matcher(linkedId).matches()) {
            throw new IllegalArgumentException(
                    "linkedid must be 1 to 96 letters, digits, dots, hyphens or underscores");
        }
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

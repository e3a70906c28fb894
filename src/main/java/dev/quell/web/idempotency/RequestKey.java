package dev.quell.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a request, of one person or program.
 *
 * @param who whose
 * @param text 1 to 255 characters
 */
record RequestKey(String who, String text) {

    private static final int LONGEST = 255;
    /** A string of a structured field (RFC 9651), whose parameters mean nothing. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"(?: *;.*)?");

    /** What many clients send in its place. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.:~+/=-]+");

    /** The key of a header; empty if it is none. */
    static Optional<RequestKey> of(String who, String header) {
        String written = header.strip();
        Matcher quoted = QUOTED.matcher(written);
        String text = quoted.matches()
                ? quoted.group(1).replaceAll("\\\\(.)", "$1")
                : BARE.matcher(written).matches() ? written : "";
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(new RequestKey(who, text));
    }

    /** Under which the answer is kept: 64 hex digits that tell nothing of the key. */
    String name() {
        return HexFormat.of().formatHex(digest("name"));
    }

    /** What seals the answer: 32 bytes that only whoever has the key can make. */
    byte[] seal() {
        return digest("seal");
    }

    private byte[] digest(String purpose) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return sha.digest(("quell " + purpose + "\n" + who + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Shows nothing of the key. */
    @Override
    public String toString() {
        return "RequestKey[" + who + "]";
    }
}

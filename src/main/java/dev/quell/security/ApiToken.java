package dev.quell.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** The secret that opens the REST interface; kept as a digest, so that nothing can print it. */
final class ApiToken {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.~+/=-]{20,200}");

    private final byte[] digest;

    /** @throws IllegalArgumentException if it is not 20 to 200 of the characters that a bearer token may have (RFC 6750) */
    ApiToken(String secret) {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "a token is 20 to 200 letters, digits or any of _.~+/=- in one line, nothing else");
        }
        this.digest = digest(secret);
    }

    /** Whether this is the secret; takes the same time for every text of one length. */
    boolean matches(String presented) {
        return MessageDigest.isEqual(digest, digest(presented));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

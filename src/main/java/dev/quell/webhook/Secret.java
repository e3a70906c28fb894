package dev.quell.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a target's messages are signed with, as Standard Webhooks 1.0 has it: HMAC-SHA256 over id, time and body. */
final class Secret {

    /** What is right, for a sentence. */
    static final String FORM =
            "is whsec_ and the BASE64 of 24 to 64 random bytes, such as what `echo whsec_$(openssl rand -base64 32)` prints";

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST = 24;
    private static final int MOST = 64;

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    /** The secret of a text; empty if it is none. */
    static Optional<Secret> read(String text) {
        String written = text.strip();
        if (!written.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(written.substring(PREFIX.length()));
            return key.length >= LEAST && key.length <= MOST ? Optional.of(new Secret(key)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * The header {@code webhook-signature} of a message.
     *
     * @param id the message's own, the same at each attempt
     * @param at the attempt's second since 1970
     */
    String signature(String id, long at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + at + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}

package dev.quell.web.idempotency;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals answers with the request's own key, AES-256 in GCM: an answer may hold a secret that is shown once, such as a new token, and whoever reads the store
 * must not learn it.
 */
final class Sealed {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /** The sealed answer: a nonce and what it seals, in BASE64. */
    static String seal(byte[] answer, RequestKey key) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(answer);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /** The answer; empty if it was not sealed with this key. */
    static Optional<byte[]> open(String text, RequestKey key) {
        try {
            byte[] sealed = Base64.getDecoder().decode(text);
            if (sealed.length < NONCE) {
                return Optional.empty();
            }
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, RequestKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, new SecretKeySpec(key.seal(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}

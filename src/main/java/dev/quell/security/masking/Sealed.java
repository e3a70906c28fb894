package dev.quell.security.masking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Short texts that only this process can read again, for addresses; AES-GCM under a key that nobody keeps. */
final class Sealed {

    /** How each begins; no number does. */
    static final String BEGIN = "m.";

    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SecretKeySpec SECRET = new SecretKeySpec(random(KEY), "AES");

    private Sealed() {}

    /** The text as {@code m.} and letters, digits, hyphens and underscores; another one each time. */
    static String of(String text) {
        byte[] nonce = random(NONCE);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = new byte[NONCE + hidden.length];
            System.arraycopy(nonce, 0, all, 0, NONCE);
            System.arraycopy(hidden, 0, all, NONCE, hidden.length);
            return BEGIN + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** What was sealed; empty if it was not, or by another process. */
    static Optional<String> open(String sealed) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed.substring(BEGIN.length()));
            byte[] nonce = Arrays.copyOf(all, NONCE);
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE, Math.max(0, all.length - NONCE));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, SECRET, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}

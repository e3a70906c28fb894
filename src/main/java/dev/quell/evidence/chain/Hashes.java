package dev.quell.evidence.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 and how hashes are written: 64 lower-case hexadecimal digits. */
public final class Hashes {

    private Hashes() {}

    /** A new digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The hash of bytes. */
    public static byte[] of(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** The hash of a text's UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The leaf of a fact or a note: the hash of the byte 0 and the text, so that no node of a tree passes for it (RFC 6962). */
    public static byte[] leaf(byte[] text) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(text);
    }

    /** The leaf of a text's UTF-8 in hexadecimal. */
    public static String leaf(String text) {
        return hex(leaf(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As it is written. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}

package dev.quell.storage.jdbc;

import dev.quell.call.CallToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What is kept of a call's token: its SHA-256. Who reads the database learns no token. */
public final class TokenHash {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final int TIME = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenHash() {}

    /** What is kept of a token: its first {@value #TIME} characters, which are its time, and its hash, 64 lower-case hexadecimal digits. */
    public static String of(CallToken token) {
        return token.value().substring(0, TIME) + ofFirstVersions(token);
    }

    /** What the first versions kept: the hash alone. */
    static String ofFirstVersions(CallToken token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.value().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether what is kept is of this token. */
    static boolean matches(@Nullable String kept, CallToken token) {
        return kept != null && (kept.equals(of(token)) || kept.equals(ofFirstVersions(token)));
    }

    /** A token that nobody knows, for a row read back: it matches none. */
    public static CallToken unknown() {
        StringBuilder value = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            value.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CallToken(value.toString());
    }
}

package dev.quell.screening.enforcement;

import dev.quell.call.CallId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The calls that go to an agent although they would have been diverted: they measure the live false-positive rate. Chosen by a hash of the call's id,
 * so that the choice can be replayed and no caller can foresee it.
 *
 * @param share of calls, 0: none
 */
record Holdout(double share) {

    boolean holds(CallId call) {
        if (share <= 0) {
            return false;
        }
        long hash = ByteBuffer.wrap(digest(call.toString())).getLong() >>> 1;
        return (double) hash / Long.MAX_VALUE < share;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package dev.quell.screening;

import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import java.security.SecureRandom;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Draws call tokens and case numbers from the system's random source. Each begins with its time, so that what is looked up by them lies together in the
 * records of its time: the indices of a large database would otherwise be written all over.
 */
@Component
final class CallSecrets {

    /** In the order of their codes, so that later tokens sort behind earlier ones. */
    private static final String BASE32 = "234567abcdefghijklmnopqrstuvwxyz";

    private static final int TIME = 6;
    private static final int RANDOM = 20;
    private static final int BITS = 5;
    /** A thousand spans make 90 days, as long as calls are kept unless a site says otherwise. */
    private static final long SPAN_SECONDS = 7_776;

    private static final int SPANS = 1_000;
    private static final int CASES = 100_000;

    private final SecureRandom random = new SecureRandom();

    /** A token of a moment: its second in {@value #TIME} characters, and 100 random bits. */
    CallToken token(Instant at) {
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        StringBuilder text = new StringBuilder(TIME + RANDOM);
        long second = at.getEpochSecond();
        for (int shift = (TIME - 1) * BITS; shift >= 0; shift -= BITS) {
            text.append(BASE32.charAt((int) (second >>> shift) & 31));
        }
        for (byte b : bytes) {
            text.append(BASE32.charAt(b & 31));
        }
        return new CallToken(text.toString());
    }

    /** A case number of a moment: one of 1,000 spans of two hours, and one of 100,000 in it. */
    CaseNumber caseNumber(Instant at) {
        long span = Math.floorMod(at.getEpochSecond() / SPAN_SECONDS, SPANS);
        return new CaseNumber(
                Long.toString((SPANS + span) * CASES + random.nextInt(CASES)).substring(1));
    }
}

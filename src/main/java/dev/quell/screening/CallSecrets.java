package dev.quell.screening;

import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Draws call tokens and case numbers from the system's random source. */
@Component
final class CallSecrets {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int TOKEN_LENGTH = 26;
    private static final int CASES = 100_000_000;

    private final SecureRandom random = new SecureRandom();

    CallToken token() {
        byte[] bytes = new byte[TOKEN_LENGTH];
        random.nextBytes(bytes);
        StringBuilder text = new StringBuilder(TOKEN_LENGTH);
        for (byte b : bytes) {
            text.append(BASE32.charAt(b & 31));
        }
        return new CallToken(text.toString());
    }

    CaseNumber caseNumber() {
        return new CaseNumber(Integer.toString(CASES + random.nextInt(CASES)).substring(1));
    }
}

package dev.quell.security.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a password may be (NIST SP 800-63B): long, not one that everybody tries, nothing of the account. No rules on what characters it has. */
@Component
public final class PasswordRules {

    /** Fewest characters. */
    public static final int LEAST = 12;
    /** Most characters. */
    public static final int MOST = 200;

    /** As much as a field takes: two chars a character. What is longer is not even looked at, since the work of {@link #normal} grows with its square. */
    private static final int TYPED = 2 * MOST;

    private static final int FEWEST_DIFFERENT = 5;
    private static final String FILE = "/quell/common-passwords.txt";

    private final Set<String> common = read();

    /** What is wrong with a password. */
    public enum Fault {
        SHORT,
        LONG,
        COMMON,
        OWN,
        SAME
    }

    /** What is wrong with a password for an account; empty if it may be one. */
    public Optional<Fault> fault(String password, String account) {
        if (!isTyped(password)) {
            return Optional.of(Fault.LONG);
        }
        String plain = normal(password);
        int length = plain.codePointCount(0, plain.length());
        if (length < LEAST) {
            return Optional.of(Fault.SHORT);
        }
        if (length > MOST) {
            return Optional.of(Fault.LONG);
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        if (common.contains(lower) || common.contains(lower.replaceAll("[^a-z]+$", ""))) {
            return Optional.of(Fault.COMMON);
        }
        if (!account.isBlank() && lower.replace(account, "").length() < LEAST / 2) {
            return Optional.of(Fault.OWN);
        }
        return lower.codePoints().distinct().count() < FEWEST_DIFFERENT ? Optional.of(Fault.SAME) : Optional.empty();
    }

    /** Whether a text is short enough to be looked at as a password: {@value #TYPED} chars at most. */
    public static boolean isTyped(String password) {
        return password.length() <= TYPED;
    }

    /**
     * The one form of a password, however its characters were typed (NFKC).
     *
     * @throws IllegalArgumentException if it is not {@link #isTyped}
     */
    public static String normal(String password) {
        if (!isTyped(password)) {
            throw new IllegalArgumentException("a password has " + MOST + " characters at most");
        }
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Set<String> read() {
        try (InputStream file = Objects.requireNonNull(PasswordRules.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

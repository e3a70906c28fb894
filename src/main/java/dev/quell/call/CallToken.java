package dev.quell.call;

import java.util.regex.Pattern;

/**
 * The secret that goes with one screened call; who says something about that call afterwards must show it.
 *
 * @param value 26 of {@code [a-z2-7]}: 130 random bits in base 32
 */
public record CallToken(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");

    public CallToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a call token is 26 of a-z and 2-7");
        }
    }

    /** Whether the text has the form of a token; says nothing about whether a call has it. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** Shows nothing of the secret. */
    @Override
    public String toString() {
        return "CallToken[…]";
    }
}

package dev.quell.call;

/**
 * The secret that goes with one screened call; who says something about that call afterwards must show it.
 *
 * @param value 26 of {@code [a-z2-7]}: the second in which it was drawn, in 6, and 100 random bits, in base 32
 */
public record CallToken(String value) {

    private static final int LENGTH = 26;

    public CallToken {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a call token is 26 of a-z and 2-7");
        }
    }

    /** Whether the text has the form of a token; says nothing about whether a call has it. */
    public static boolean isWellFormed(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
    }

    /** Shows nothing of the secret. */
    @Override
    public String toString() {
        return "CallToken[…]";
    }
}

package dev.quell.asterisk.protocol;

/** The texts of certain ASCII characters and at most a certain length; the empty one is among them. */
final class Alphabet {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final boolean[] known = new boolean[128];
    private final int longest;

    private Alphabet(int longest, String characters) {
        this.longest = longest;
        characters.chars().forEach(c -> known[c] = true);
    }

    /** Of these characters alone. */
    static Alphabet of(int longest, String characters) {
        return new Alphabet(longest, characters);
    }

    /** Of letters, digits and these. */
    static Alphabet word(int longest, String more) {
        return new Alphabet(longest, LETTERS_AND_DIGITS + more);
    }

    /** Whether a text is of it. */
    boolean spells(String text) {
        if (text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= known.length || !known[c]) {
                return false;
            }
        }
        return true;
    }
}

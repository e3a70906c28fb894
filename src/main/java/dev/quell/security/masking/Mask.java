package dev.quell.security.masking;

import java.util.Set;

/** What a mask leaves of a public number: the country and the last three digits, {@code +86•••••001}. How many are hidden does not show. */
final class Mask {

    /** In place of what is hidden, however long that is. */
    static final String HIDDEN = "•••••";

    private static final int LAST = 3;
    /** Fewer digits behind the country are hidden altogether: three of them would be too much. */
    private static final int FEWEST = 7;

    /** Country codes of two digits (E.164); 1 and 7 have one, all others three. */
    private static final Set<String> TWO = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    private Mask() {}

    /** What is left of a number, with or without {@code +} and country. */
    static String of(String number) {
        int country = number.startsWith("+") ? country(number) : 0;
        String rest = number.substring(country);
        String last = rest.length() < FEWEST ? "" : rest.substring(rest.length() - LAST);
        return number.substring(0, country) + HIDDEN + last;
    }

    /** How many characters the country takes, {@code +} among them; at most all that there are. */
    static int country(String number) {
        if (number.length() < 2) {
            return number.length();
        }
        char first = number.charAt(1);
        if (first == '1' || first == '7') {
            return 2;
        }
        boolean two = number.length() >= 3 && TWO.contains(number.substring(1, 3));
        return Math.min(number.length(), two ? 3 : 4);
    }
}

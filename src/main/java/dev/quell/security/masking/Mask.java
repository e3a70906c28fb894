package dev.quell.security.masking;

import java.util.Set;

/**
 * What a mask leaves of a public number: the country and the last three digits, {@code +86•••••001}; of fewer than ten digits behind the country two, of fewer
 * than eight none. How many are hidden does not show.
 */
final class Mask {

    /** In place of what is hidden, however long that is. */
    static final String HIDDEN = "•••••";

    private static final int LONG = 10;
    private static final int SHORT = 8;

    /** Country codes of two digits (E.164); 1 and 7 have one, all others three. */
    private static final Set<String> TWO = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    /** Those among them whose numbers have eight digits. */
    private static final Set<String> EIGHT = Set.of("45", "47", "51", "53", "56", "65");

    private Mask() {}

    /** What is left of a number, with or without {@code +} and country. */
    static String of(String number) {
        int country = number.startsWith("+") ? country(number) : 0;
        String rest = number.substring(country);
        return number.substring(0, country) + HIDDEN + rest.substring(rest.length() - last(rest.length()));
    }

    private static int last(int digits) {
        return digits >= LONG ? 3 : digits >= SHORT ? 2 : 0;
    }

    /**
     * How many digits behind the country may be asked for at once, so that with the last ones five stay hidden: three where numbers have ten digits or eleven,
     * one where eight are usual.
     */
    static int asked(String start) {
        int country = country(start);
        if (country == 2 || start.startsWith("+86")) {
            return 3;
        }
        return country == 3 && !EIGHT.contains(start.substring(1, country)) ? 2 : 1;
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

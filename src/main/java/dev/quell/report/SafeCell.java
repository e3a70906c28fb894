package dev.quell.report;

import java.util.regex.Pattern;

/**
 * A cell of a table that may be opened in a spreadsheet. Numbers and ranges are written as {@code tel:} and the E.164 form: no formula, and never taken for
 * a number that loses its digits. Any other text that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class SafeCell {

    private static final Pattern E164 = Pattern.compile("\\+[0-9]+\\*?");
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20].*");

    private SafeCell() {}

    /** The text so that no spreadsheet calculates it. */
    public static String of(String text) {
        if (E164.matcher(text).matches()) {
            return "tel:" + text;
        }
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}

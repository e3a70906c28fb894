package dev.quell.call;

import java.util.regex.Pattern;

/**
 * The reference that a caller can quote to complain.
 *
 * @param digits exactly 8 digits
 */
public record CaseNumber(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}");

    public CaseNumber {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a case number is 8 digits");
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}

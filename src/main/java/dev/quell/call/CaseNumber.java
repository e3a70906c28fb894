package dev.quell.call;

/**
 * The reference that a caller can quote to complain.
 *
 * @param digits exactly 8 digits
 */
public record CaseNumber(String digits) {

    public CaseNumber {
        if (digits.length() != 8 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a case number is 8 digits");
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}

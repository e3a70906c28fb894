package dev.quell.flag;

/** Why an agent flags a call; the digit is what the agent dials after the code. */
public enum FlagReason {
    UNSPECIFIED(0),
    ABUSE(1),
    PRANK(2),
    SILENT(3),
    SALES(4),
    THREAT(5);

    private final int digit;

    FlagReason(int digit) {
        this.digit = digit;
    }

    /** The reason for a dialled digit; {@link #UNSPECIFIED} for any other text. */
    public static FlagReason ofDigit(String dialled) {
        for (FlagReason reason : values()) {
            if (dialled.equals(Integer.toString(reason.digit))) {
                return reason;
            }
        }
        return UNSPECIFIED;
    }
}

package dev.quell.flag;

import java.util.List;

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

    /** What the agent dials for it, 0 to 5. */
    public int digit() {
        return digit;
    }

    /** Those that say why, in the order of their digits. */
    public static List<FlagReason> named() {
        return List.of(ABUSE, PRANK, SILENT, SALES, THREAT);
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

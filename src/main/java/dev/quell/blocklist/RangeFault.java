package dev.quell.blocklist;

import java.util.Collection;
import java.util.stream.Collectors;

/** What was written as a range of numbers and can be none; the message says why and what would be right. */
public final class RangeFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why it is none. */
    public enum Why {
        /** An end is no whole public number. */
        ENDS,
        /** The ends have not the same number of digits. */
        LENGTHS,
        /** The second end comes before the first. */
        ORDER,
        /** The ends begin otherwise. */
        COUNTRIES,
        /** It has too many numbers. */
        SIZE,
        /** It can be read in two ways. */
        TWOFOLD
    }

    private final Why why;

    private RangeFault(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Why. */
    public Why why() {
        return why;
    }

    static RangeFault ends() {
        return new RangeFault(
                Why.ENDS,
                "a range is two whole public numbers, such as +8675561230000-+8675561239998, or the first and the last"
                        + " digits of the second, such as +8675561230000-9998");
    }

    static RangeFault lengths(String from, String to) {
        return new RangeFault(
                Why.LENGTHS,
                "both ends of a range have the same number of digits; " + from + " has " + (from.length() - 1) + ", "
                        + to + " has " + (to.length() - 1));
    }

    static RangeFault order(String from, String to) {
        return new RangeFault(
                Why.ORDER, "the first number of a range is the smaller one; " + to + " comes before " + from);
    }

    static RangeFault countries(String from, String to) {
        return new RangeFault(
                Why.COUNTRIES,
                "both ends of a range are of one country and begin with the same three digits; " + from + " and " + to
                        + " do not");
    }

    static RangeFault twofold(Collection<ListPattern> meant) {
        return new RangeFault(
                Why.TWOFOLD,
                "which of the hyphens stands between two numbers cannot be told: it could be "
                        + meant.stream().map(ListPattern::shown).collect(Collectors.joining(" or "))
                        + "; write ~ between them, such as 0755-6123-0000~9998");
    }

    static RangeFault size(long size) {
        return new RangeFault(
                Why.SIZE,
                "a range has at most " + ListPattern.Range.MOST + " numbers, this one has " + size
                        + "; write several, or a prefix such as +86138*");
    }
}

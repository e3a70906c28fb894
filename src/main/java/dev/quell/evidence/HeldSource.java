package dev.quell.evidence;

import dev.quell.blocklist.ListPattern;

/** Whose records evidence is of: one number, or the numbers of a prefix. */
public final class HeldSource {

    private HeldSource() {}

    /**
     * Reads one in the form of {@link ListPattern#text()}.
     *
     * @throws IllegalArgumentException with a sentence that says what would be right
     */
    public static ListPattern parse(String text) {
        return switch (ListPattern.parse(text)) {
            case ListPattern.Exact exact -> exact;
            case ListPattern.Prefix prefix -> prefix;
            case ListPattern.Range range ->
                throw new IllegalArgumentException(
                        "evidence is of one number such as +8613800138000 or of a prefix such as +86138*, not of a range");
        };
    }
}

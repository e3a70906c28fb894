package dev.quell.console.verdict;

/** What part the score has in a verdict. */
public enum ScorePart {
    /** It set the action. */
    DECIDED,
    /** It asked for more than the caller's or the line's limits allow. */
    LIMITED,
    /** A list entry, agents' flags, a protected number or a rule set the action, whatever the score. */
    IGNORED;

    /** Its part in a verdict of a cause. */
    public static ScorePart of(String cause) {
        return switch (cause) {
            case "score", "failed", "" -> DECIDED;
            case "known-customer", "protected-line", "line-never-listens", "flood", "deterrent-full" -> LIMITED;
            default -> IGNORED;
        };
    }
}

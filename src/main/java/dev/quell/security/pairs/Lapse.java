package dev.quell.security.pairs;

/** Why somebody's word counts no more. */
public enum Lapse {
    /** It was said with a token that was revoked or has expired. */
    TOKEN,
    /** The account that answers for it is disabled, or there no more. */
    ACCOUNT,
    /** That account has lost the right. */
    RIGHT;

    /** In words that name whoever said it; without an end. */
    public String words(String who) {
        return switch (this) {
            case TOKEN -> who + " was revoked or has expired";
            case ACCOUNT -> "The account that answers for " + who + " is disabled or there no more";
            case RIGHT -> "The account that answers for " + who + " may make no such entries any more";
        };
    }
}

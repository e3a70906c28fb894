package dev.quell.evidence.pack;

import dev.quell.blocklist.ListPattern;
import dev.quell.classifier.Language;
import java.time.Instant;

/**
 * What a pack shall hold, and who wants it.
 *
 * @param source a number or a prefix
 * @param from calls that arrived at or after
 * @param to calls that arrived before
 * @param language of what is for people
 * @param who wants it, 1 to 100 characters
 * @param why, 1 to 200 characters
 * @param by the account or token that has it made
 */
public record PackOrder(
        ListPattern source, Instant from, Instant to, Language language, String who, String why, String by) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST = 200;

    public PackOrder {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the period's begin is not before its end");
        }
        if (who.isBlank() || who.length() > LONGEST_NAME || why.isBlank() || why.length() > LONGEST) {
            throw new IllegalArgumentException("a pack needs who wants it, and why, in 1 to 200 characters");
        }
    }
}

package dev.quell.security.pairs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why the word of one account is not that of a second person beside another one's. */
public sealed interface Objection {

    /** Who wanted it. */
    String first();

    /** Who would be the second one. */
    String second();

    /** It is the same account, or a token of it. */
    record Own(String first, String second) implements Objection {}

    /** Two accounts have the look of one person. */
    record Alike(String first, String second, Likeness by) implements Objection {}

    /**
     * Somebody may know how to sign in with both.
     *
     * @param hands what was done to one account or to both, 1 or 2
     * @param third whether neither of the two did it, so that a password that one of them chooses ends it
     * @param until how long it counts, for what is wanted anew then
     */
    record Handled(String first, String second, List<Hand> hands, boolean third, Instant until) implements Objection {
        public Handled {
            hands = List.copyOf(hands);
        }

        /** What was done, in words. */
        public String did() {
            return hands.stream().map(Hand::words).collect(Collectors.joining(", and "));
        }
    }

    /** As a page's address tells it: {@code OWN}, {@code ALIKE} or {@code HANDLED}. */
    default String word() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Why not, and what would be right. */
    default String sentence() {
        return switch (this) {
            case Own own ->
                first() + " proposed this; another person confirms it, or a token that another person made.";
            case Alike(var one, var other, var by) ->
                one + " and " + other + " count as one person, as their accounts have "
                        + switch (by) {
                            case NAME -> "the same name";
                            case FULL_NAME -> "the same full name";
                            case IDENTITY -> "the same identity";
                        }
                        + "; somebody else confirms it.";
            case Handled handled ->
                handled.did() + ", so " + first() + " and " + second()
                        + " count as one person for this; "
                        + (handled.third()
                                ? second() + " or " + first()
                                        + " can choose a password of their own on the page /account, and then "
                                        + second()
                                        + " confirms it; or somebody confirms it whose password nobody who set one of theirs has set."
                                : "somebody whose account neither of them has made or changed lately confirms it.")
                        + " Of what is proposed after "
                        + handled.until().atZone(ZoneOffset.UTC).toLocalDate() + " they are two.";
        };
    }
}

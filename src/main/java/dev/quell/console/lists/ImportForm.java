package dev.quell.console.lists;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.bulk.BulkPlan;
import dev.quell.console.shell.FreeText;
import dev.quell.console.verdict.Terms;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list that somebody takes in.
 *
 * @param text its lines
 * @param list the list of lines that name none
 * @param reason of lines that give none
 * @param term how long entries hold whose lines give no end
 * @param mode {@code take}: it is kept; any other word: it is tried
 */
record ImportForm(
        @Nullable String text,
        @Nullable String list,
        @Nullable String reason,
        @Nullable String term,
        @Nullable String mode) {
    private static final int LONGEST_REASON = 200;

    public ListKind kind() {
        return "allow".equals(list) ? ListKind.ALLOW : ListKind.BLOCK;
    }

    /** The lines. */
    public String lines() {
        return text == null ? "" : text;
    }

    /** The reason as it was written. */
    public String words() {
        return reason == null ? "" : reason;
    }

    /** How long. */
    public Terms terms() {
        return Terms.named(term == null ? "" : term, kind());
    }

    /** Whether it is only tried. */
    public boolean tried() {
        return !"take".equals(mode);
    }

    /** What is to be done; empty if no reason is given that can be kept. */
    Optional<BulkPlan> plan(String by, Instant now) {
        return FreeText.read(words(), LONGEST_REASON)
                .map(why -> new BulkPlan(kind(), why, terms().end(now), by, false, tried()));
    }
}

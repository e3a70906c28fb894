package dev.quell.blocklist.proposal;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the lists that one person wants and another one has to confirm.
 *
 * @param id random letters and digits
 * @param reason why, 1 to 200 characters
 * @param end when the entry would end; empty: never
 * @param author who wants it
 */
public record Proposal(
        String id,
        ListKind kind,
        ListPattern pattern,
        String reason,
        Optional<Instant> end,
        String author,
        Instant madeAt,
        Optional<Decision> decision) {

    /**
     * What became of it.
     *
     * @param by who decided
     * @param accepted whether the entry was made
     */
    public record Decision(Instant at, String by, boolean accepted) {}

    public Proposal {
        if (reason.isBlank() || reason.length() > 200) {
            throw new IllegalArgumentException("a reason of 1 to 200 characters is needed");
        }
    }
}

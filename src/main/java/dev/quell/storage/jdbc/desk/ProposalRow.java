package dev.quell.storage.jdbc.desk;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.storage.jdbc.people.Cells;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a proposal is read from its columns. */
public final class ProposalRow {

    private ProposalRow() {}

    /**
     * The proposal of some columns.
     *
     * @throws IllegalArgumentException if they are none that this version knows
     */
    public static Proposal read(Map<String, @Nullable Object> row) {
        return new Proposal(
                Cells.text(row, "id"),
                ListKind.valueOf(Cells.text(row, "kind")),
                ListPattern.parse(Cells.text(row, "pattern")),
                Cells.text(row, "reason"),
                Cells.time(row, "expires_at"),
                Cells.text(row, "author"),
                Cells.time(row, "made_at").orElse(Instant.EPOCH),
                Cells.time(row, "decided_at")
                        .map(at -> new Proposal.Decision(
                                at, Cells.text(row, "decided_by"), Cells.number(row, "accepted") != 0)));
    }
}

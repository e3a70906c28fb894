package dev.quell.storage.jdbc.desk;

import dev.quell.storage.jdbc.people.Cells;
import dev.quell.tuning.TuningText;
import dev.quell.tuning.proposal.FindingsText;
import dev.quell.tuning.proposal.RuleProposal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a proposal of rules is read from its columns. */
public final class RuleProposalRow {

    private RuleProposalRow() {}

    /**
     * The proposal of some columns.
     *
     * @throws IllegalArgumentException if they are none that this version knows
     */
    public static RuleProposal read(Map<String, @Nullable Object> row) {
        return new RuleProposal(
                Cells.text(row, "id"),
                TuningText.read(Cells.text(row, "settings")),
                new RuleProposal.Base(Cells.text(row, "base_revision"), Cells.text(row, "base_version")),
                (int) Cells.number(row, "days"),
                Cells.text(row, "note"),
                Cells.text(row, "author"),
                Cells.time(row, "asked_at").orElse(Instant.EPOCH),
                FindingsText.read(
                        Cells.text(row, "findings"),
                        Cells.number(row, "calls_tried"),
                        Cells.number(row, "changed_calls"),
                        Cells.number(row, "harmed_talks")),
                Cells.time(row, "decided_at")
                        .map(at -> new RuleProposal.Decision(
                                at, Cells.text(row, "decided_by"), Cells.number(row, "accepted") != 0)));
    }
}

package dev.quell.console.lists;

import dev.quell.blocklist.proposal.Proposal;
import dev.quell.call.Printable;
import dev.quell.security.masking.Masking;
import dev.quell.security.pairs.Hand;
import dev.quell.security.pairs.Objection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry that waits for a second person.
 *
 * @param list {@code block} or {@code allow}
 * @param until when it would end, empty if it would stand for good
 * @param objection why the reader may not confirm it
 */
public record ProposalRow(
        String id,
        String list,
        String pattern,
        String reason,
        String author,
        Instant made,
        Optional<Instant> until,
        Optional<Objection> objection) {
    private static final int LONGEST = 200;

    /** Whether the reader proposed it, and may take it back. */
    public boolean mine() {
        return objection.filter(Objection.Own.class::isInstance).isPresent();
    }

    /** The objection, unless it is that the reader proposed it: that is plain. */
    public List<Objection> told() {
        return objection.stream().filter(why -> !(why instanceof Objection.Own)).toList();
    }

    /** What was done to the reader's account or the other one's, if that is the objection. */
    public List<Hand> hands() {
        return objection.stream()
                .filter(Objection.Handled.class::isInstance)
                .map(Objection.Handled.class::cast)
                .flatMap(handled -> handled.hands().stream())
                .toList();
    }

    /** Whether it is that one person may know both passwords. */
    public boolean handled() {
        return objection.filter(Objection.Handled.class::isInstance).isPresent();
    }

    /** Whether that is a third one, so that another password ends it. */
    public boolean third() {
        return objection
                .filter(why -> why instanceof Objection.Handled handled && handled.third())
                .isPresent();
    }

    static ProposalRow of(Proposal proposal, Optional<Objection> objection) {
        return new ProposalRow(
                proposal.id(),
                proposal.kind().name().toLowerCase(Locale.ROOT),
                Masking.text(proposal.pattern().shown()),
                Masking.text(Printable.of(proposal.reason(), LONGEST)),
                Printable.of(proposal.author(), LONGEST),
                proposal.madeAt(),
                proposal.end(),
                objection);
    }
}

package dev.quell.blocklist.bulk;

import dev.quell.blocklist.ListKind;
import java.time.Instant;
import java.util.Optional;

/**
 * How a long list is taken in.
 *
 * @param kind the list of lines that name none
 * @param reason of lines that give none, 1 to 200 characters
 * @param expires the end of lines that give none; empty: such a block has a fault, such an allow entry stands for good
 * @param author who does it
 * @param wholeOnly nothing is kept if any line has a fault; otherwise the good lines are kept
 * @param tried nothing is kept, it is only told what would be
 */
public record BulkPlan(
        ListKind kind, String reason, Optional<Instant> expires, String author, boolean wholeOnly, boolean tried) {}

package dev.quell.web.lists;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.proposal.Proposal;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the REST interface shows it.
 *
 * @param id absent in a preview
 * @param expires absent for an allow entry that stands for good
 * @param step the rung of the ladder, 0 off it
 * @param proposedBy who proposed it, the author too; absent unless a second person confirmed it
 * @param confirmedBy the second person
 */
public record EntryView(
        @Nullable Long id,
        ListKind list,
        String pattern,
        String reason,
        String author,
        Origin origin,
        @JsonProperty("created") Instant createdAt,
        @Nullable Instant expires,
        int step,
        @Nullable String proposedBy,
        @Nullable String confirmedBy) {
    /** Shows an entry. */
    public static EntryView of(ListEntry entry) {
        return of(entry, null);
    }

    /**
     * Shows an entry.
     *
     * @param second the word of the second person that it needed; null if none is known
     */
    static EntryView of(ListEntry entry, Proposal.@Nullable Decision second) {
        return new EntryView(
                entry.id() == 0 ? null : entry.id(),
                entry.kind(),
                Masking.text(entry.pattern().shown()),
                Masking.text(entry.reason()),
                entry.author(),
                entry.origin(),
                entry.createdAt(),
                entry.expiresAt().orElse(null),
                entry.step(),
                second == null ? null : entry.author(),
                second == null ? null : second.by());
    }
}

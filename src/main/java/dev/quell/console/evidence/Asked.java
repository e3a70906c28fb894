package dev.quell.console.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.console.sources.parts.Period;
import dev.quell.evidence.pack.PackPreview;
import java.time.Instant;
import java.util.Optional;

/**
 * The source and the period that somebody looks at.
 *
 * @param text the source as it was written
 * @param pattern whom it means; empty if nobody
 * @param from calls that arrived at or after
 * @param to calls that arrived before; not after now
 * @param preview what a pack would hold; empty if nothing is asked for
 */
record Asked(
        String text,
        Optional<ListPattern> pattern,
        Period period,
        Instant from,
        Instant to,
        Optional<PackPreview> preview) {

    /** Whether what was written means nobody, or no period. */
    public boolean fault() {
        return period.fault() || (!text.isEmpty() && pattern.isEmpty());
    }

    /** Whom it means, as people write it. */
    public String shown() {
        return pattern.map(ListPattern::shown).map(SourceField::shown).orElse("");
    }

    /** Whom it means, as a field takes it. */
    public String field() {
        return pattern.map(ListPattern::text).orElse("");
    }
}

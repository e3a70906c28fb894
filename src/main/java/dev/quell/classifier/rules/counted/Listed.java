package dev.quell.classifier.rules.counted;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.time.Instant;
import java.util.Optional;

/** An entry of one of the lists decides about the caller. */
public final class Listed implements Rule {

    private final ListKind kind;

    /** For one of the lists. */
    public Listed(ListKind kind) {
        this.kind = kind;
    }

    @Override
    public String symbol() {
        return kind + "_LISTED";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.entry().filter(entry -> entry.kind() == kind).map(entry -> Hit.whole(entry.id(), end(entry)));
    }

    /** When the entry ends, in seconds since 1970; 0 if never. */
    private static long end(ListMatch entry) {
        return entry.expiresAt().map(Instant::getEpochSecond).orElse(0L);
    }
}

package dev.quell.classifier.rules.counted;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
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
        return evidence.entry().filter(entry -> entry.kind() == kind).map(entry -> Hit.whole(words(entry)));
    }

    private static String words(ListEntry entry) {
        String how = entry.pattern() instanceof ListPattern.Exact ? "number" : "prefix";
        String until = entry.expiresAt()
                .map(end -> " until " + end.truncatedTo(ChronoUnit.MINUTES))
                .orElse(" for good");
        return "entry " + entry.id() + " " + how + " " + entry.origin().name().toLowerCase(Locale.ROOT) + until;
    }
}

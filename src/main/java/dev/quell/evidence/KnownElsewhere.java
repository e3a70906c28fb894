package dev.quell.evidence;

import dev.quell.evidence.key.KeyLines;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a chain from elsewhere than its database, to compare it with.
 *
 * @param keys fingerprints of the keys that may have signed; none: they are told, and not compared
 * @param file what the key's file tells; empty if it may not be read
 * @param heads lines of logs that tell where the chain ended earlier; others are passed over
 * @param formerly chains that the same key began before, and that people know of
 * @param restored blocks whose notes tell of a restore that people wanted
 */
public record KnownElsewhere(
        Set<String> keys, Optional<KeyLines> file, List<String> heads, Set<String> formerly, Set<Long> restored) {

    /** Nothing. */
    public static final KnownElsewhere NOTHING =
            new KnownElsewhere(Set.of(), Optional.empty(), List.of(), Set.of(), Set.of());

    public KnownElsewhere {
        keys = Set.copyOf(keys);
        heads = List.copyOf(heads);
        formerly = Set.copyOf(formerly);
        restored = Set.copyOf(restored);
    }
}

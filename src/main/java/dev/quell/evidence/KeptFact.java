package dev.quell.evidence;

import dev.quell.evidence.chain.Place;
import java.util.List;

/**
 * A fact of a call with its way to the root of its block.
 *
 * @param line its text in canonical JSON, of which its leaf is made
 * @param place where it stands in the chain
 * @param path neighbours on the way up, {@code L:} or {@code R:} and a hash each
 */
public record KeptFact(String line, Place place, List<String> path) {
    public KeptFact {
        path = List.copyOf(path);
    }
}

package dev.quell.classifier.whatif;

import dev.quell.classifier.Action;
import java.util.List;

/**
 * Other evidence that would have led to another action.
 *
 * @param symbols what would have been missing or there besides, strongest first
 * @param action what would have been done then
 */
public record Change(List<String> symbols, Action action) {

    public Change {
        symbols = List.copyOf(symbols);
    }
}

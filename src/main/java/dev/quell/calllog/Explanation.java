package dev.quell.calllog;

import dev.quell.classifier.Catalogue;
import dev.quell.classifier.whatif.WhatIf;
import java.util.List;
import java.util.Optional;

/**
 * Why a call was treated as it was.
 *
 * @param lines for people
 * @param catalogue the words for the verdict's symbols, as they were
 * @param whatIf what would have changed the verdict; empty for an unscreened call, or where it is not known
 */
public record Explanation(List<String> lines, Catalogue catalogue, Optional<WhatIf> whatIf) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    /** The lines as one text that ends with a line break. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}

package dev.quell.console.verdict;

import dev.quell.blocklist.ListKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How long an entry of a list may be made for from a page. */
public enum Terms {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    YEAR(Duration.ofDays(365)),
    /** An allow entry may stand for good. */
    EVER(Duration.ZERO);

    private final Duration length;

    Terms(Duration length) {
        this.length = length;
    }

    /** Those that a list's entries may have on one person's word. */
    public static List<Terms> of(ListKind kind) {
        return kind == ListKind.BLOCK ? List.of(DAY, HOUR, WEEK) : List.of(MONTH, DAY, YEAR, EVER);
    }

    /** Those that a list's entries may have if a second person confirms the longer ones. */
    public static List<Terms> proposed(ListKind kind) {
        return kind == ListKind.BLOCK ? List.of(DAY, HOUR, WEEK, MONTH) : of(kind);
    }

    /** The one of {@link #proposed} that a form names; else the first of them. */
    public static Terms wanted(String word, ListKind kind) {
        return proposed(kind).stream()
                .filter(term -> term.name().equals(word))
                .findFirst()
                .orElseGet(() -> of(kind).getFirst());
    }

    /** The term that a form names, if entries of that list may have it; else the first of them. */
    public static Terms named(String word, ListKind kind) {
        return Arrays.stream(values())
                .filter(term -> term.name().equals(word) && of(kind).contains(term))
                .findFirst()
                .orElseGet(() -> of(kind).getFirst());
    }

    /** When an entry that is made now ends; empty if it does not. */
    public Optional<Instant> end(Instant now) {
        return this == EVER ? Optional.empty() : Optional.of(now.plus(length));
    }
}

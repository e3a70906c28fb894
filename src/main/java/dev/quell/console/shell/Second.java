package dev.quell.console.shell;

import dev.quell.security.pairs.Hand;
import dev.quell.security.pairs.Objection;
import java.util.List;
import java.util.Optional;

/**
 * Whether the reader of a page is a second person beside somebody, and if not, what the page says of it.
 *
 * @param objection why not; empty if the reader is
 */
public record Second(Optional<Objection> objection) {

    /** Whether the reader may confirm what the other one wants. */
    public boolean is() {
        return objection.isEmpty();
    }

    /** Whether the reader is the one who wants it, and may take it back. */
    public boolean own() {
        return objection.filter(Objection.Own.class::isInstance).isPresent();
    }

    /** The objection, unless it is that the reader wants it: that is plain. */
    public List<Objection> told() {
        return objection.stream().filter(why -> !(why instanceof Objection.Own)).toList();
    }

    /** What was done to the reader's account or the other one's, if that is the objection. */
    public List<Hand> hands() {
        return objection.stream()
                .filter(Objection.Handled.class::isInstance)
                .map(Objection.Handled.class::cast)
                .flatMap(handled -> handled.hands().stream())
                .toList();
    }

    /** Whether it is that one person may know both passwords. */
    public boolean handled() {
        return objection.filter(Objection.Handled.class::isInstance).isPresent();
    }

    /** Whether that is a third one, so that another password ends it. */
    public boolean third() {
        return objection
                .filter(why -> why instanceof Objection.Handled handled && handled.third())
                .isPresent();
    }
}

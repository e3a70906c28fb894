package dev.quell.tuning;

/** How a revision is kept where more has to be kept with it, or neither. */
@FunctionalInterface
public interface Keeping {

    /**
     * Keeps a new one.
     *
     * @param version of the rules that decide with it
     * @return whether it was kept; it decides then
     */
    boolean keep(Revision revision, String version);
}

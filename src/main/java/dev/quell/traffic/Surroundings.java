package dev.quell.traffic;

import dev.quell.call.Disturbance;
import java.util.EnumSet;
import java.util.Set;

/**
 * What goes on around a call at the moment it arrives.
 *
 * @param trunk what the call's trunk is like
 * @param line what the called line is going through
 * @param range the caller's neighbours in the numbering plan
 * @param elsewhere whether the number was shown on an unrelated trunk at about the same time: then somebody borrows it
 */
public record Surroundings(Trunk trunk, Line line, Range range, boolean elsewhere) {

    /** Nothing is known, or nothing is out of the ordinary. */
    public static final Surroundings CALM = new Surroundings(Trunk.UNKNOWN, Line.CALM, Range.EMPTY, false);

    /** What makes it wrong to hold the call against its number. */
    public Set<Disturbance> disturbances() {
        Set<Disturbance> found = EnumSet.noneOf(Disturbance.class);
        if (line.flood()) {
            found.add(Disturbance.FLOOD);
        }
        if (trunk.fault()) {
            found.add(Disturbance.TRUNK_FAULT);
        }
        if (elsewhere) {
            found.add(Disturbance.TWO_TRUNKS);
        }
        return found;
    }

    /**
     * A trunk.
     *
     * @param nuisanceLogOdds how much likelier than elsewhere a call over it is a nuisance, natural-log odds, shrunk toward 0; 0: not known
     * @param silentShare share of the callers of the last minutes who were silent or without packets, 0 to 1
     * @param usualSilentShare the median of that share
     * @param silentCallers how many callers the share counts as silent
     * @param fault whether so many are silent that the trunk is at fault, not the callers
     */
    public record Trunk(
            double nuisanceLogOdds, double silentShare, double usualSilentShare, int silentCallers, boolean fault) {

        /** Nothing is known. */
        public static final Trunk UNKNOWN = new Trunk(0, 0, 0, 0, false);
    }

    /**
     * A called line.
     *
     * @param newCallers callers never seen before, in the flood window
     * @param usual how many of them there usually are in such a time
     * @param flood whether there are far more than that, or calls as alike as a machine makes them
     * @param storm whether they are far more and speak: our own number is being shown by a spoofer, and the callers call back
     */
    public record Line(int newCallers, double usual, boolean flood, boolean storm) {

        /** As usual. */
        public static final Line CALM = new Line(0, 0, false, false);
    }

    /**
     * The hundred numbers around a caller's.
     *
     * @param nuisances numbers of it that were a nuisance lately
     * @param tens over how many of its tens they are spread, 0 to 10
     */
    public record Range(int nuisances, int tens) {

        /** None. */
        public static final Range EMPTY = new Range(0, 0);
    }
}

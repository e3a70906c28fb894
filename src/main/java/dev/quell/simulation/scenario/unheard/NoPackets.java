package dev.quell.simulation.scenario.unheard;

import dev.quell.simulation.play.Media;

/** A trunk that loses all packets of its callers. */
public final class NoPackets extends TrunkFault {

    /** With its callers. */
    public NoPackets() {
        super("trunk-fault", "all calls of a trunk without RTP for 10 min", 2, manner -> manner.over(Media.NONE));
    }
}

package dev.quell.traffic;

import java.util.function.Consumer;

/**
 * The port over which instances tell each other what they see around calls, so that a flood or a faulty trunk is seen as one by all. Never waits; facts may
 * get lost.
 */
public interface TrafficSiblings {

    /** Tells the others of what was seen here. */
    void tell(TrafficFact fact);

    /** From now on somebody is told what others saw, once each. */
    void hear(Consumer<TrafficFact> hearer);

    /** Where there are no others. */
    static TrafficSiblings alone() {
        return new TrafficSiblings() {
            @Override
            public void tell(TrafficFact fact) {
                // There is nobody to tell.
            }

            @Override
            public void hear(Consumer<TrafficFact> hearer) {
                // There is nobody to hear.
            }
        };
    }
}

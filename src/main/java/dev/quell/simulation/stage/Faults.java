package dev.quell.simulation.stage;

import dev.quell.simulation.play.Manner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Times at which everything that comes over one trunk is damaged. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    private record Fault(String trunk, Instant from, Instant to, UnaryOperator<Manner> damage) {
        boolean hits(String over, Instant at) {
            return over.equals(trunk) && !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** A fault of one trunk from a moment, inclusive, to another, exclusive. */
    public void add(String trunk, Instant from, Instant to, UnaryOperator<Manner> damage) {
        faults.add(new Fault(trunk, from, to, damage));
    }

    /** What becomes of a caller's manner over a trunk. */
    Manner over(String trunk, Instant at, Manner planned) {
        Manner manner = planned;
        for (Fault fault : faults) {
            manner = fault.hits(trunk, at) ? fault.damage.apply(manner) : manner;
        }
        return manner;
    }
}

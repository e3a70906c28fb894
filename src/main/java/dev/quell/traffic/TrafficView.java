package dev.quell.traffic;

import java.util.List;
import java.util.Map;

/** The port for people who look at what goes on around calls. */
public interface TrafficView {

    /** How each trunk looks, in no order. */
    List<TrafficWatch.TrunkView> trunks();

    /** How each line looks that is not as usual, by its number. */
    Map<String, Surroundings.Line> unusualLines();
}

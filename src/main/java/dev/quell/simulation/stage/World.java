package dev.quell.simulation.stage;

import dev.quell.simulation.Site;
import dev.quell.simulation.play.Dice;
import java.time.Instant;

/** What all scenarios of a run share. */
public record World(Rhythm rhythm, Handsets handsets) {

    /** A world that begins at a midnight. */
    public World(Site site, Instant begin, int days, long seed) {
        this(new Rhythm(begin, days), new Handsets(site, new Numbers(new Dice(seed))));
    }
}

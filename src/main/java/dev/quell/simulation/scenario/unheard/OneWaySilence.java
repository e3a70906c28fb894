package dev.quell.simulation.scenario.unheard;

import dev.quell.simulation.play.Sound;
import java.time.Duration;

/** A trunk that sends packets without sound. */
public final class OneWaySilence extends TrunkFault {

    /** With its callers. */
    public OneWaySilence() {
        super(
                "one-way-silence",
                "all calls of a trunk silent for 10 min, packets come",
                5,
                manner -> manner.sounding(Sound.SILENCE).staying(Duration.ofSeconds(20)));
    }
}

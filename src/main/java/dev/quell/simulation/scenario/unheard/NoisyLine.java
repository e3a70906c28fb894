package dev.quell.simulation.scenario.unheard;

import dev.quell.simulation.play.Sound;

/** Callers on a noisy line, −40 dBFS. */
public final class NoisyLine extends HardToHear {

    /** With its callers. */
    public NoisyLine() {
        super("noisy-line", "speech in line noise of −40 dBFS", 400, manner -> manner.sounding(Sound.NOISY_SPEECH));
    }
}

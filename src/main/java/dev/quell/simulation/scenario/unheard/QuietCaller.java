package dev.quell.simulation.scenario.unheard;

import dev.quell.simulation.play.Sound;

/** Quiet callers, 26 dB under normal. */
public final class QuietCaller extends HardToHear {

    /** With its callers. */
    public QuietCaller() {
        super("quiet-caller", "speech 26 dB under normal", 400, manner -> manner.sounding(Sound.QUIET_SPEECH));
    }
}

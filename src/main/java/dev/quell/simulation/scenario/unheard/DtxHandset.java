package dev.quell.simulation.scenario.unheard;

import dev.quell.simulation.play.Media;
import dev.quell.simulation.play.Sound;

/** Handsets with discontinuous transmission. */
public final class DtxHandset extends HardToHear {

    /** With its callers. */
    public DtxHandset() {
        super(
                "dtx-handset",
                "a few packets a second, bursts without an end",
                400,
                manner -> manner.sounding(Sound.DTX_SPEECH).over(Media.SPARSE));
    }
}

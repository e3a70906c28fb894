package dev.quell.simulation.scenario.unheard;

import dev.quell.simulation.play.Sound;

/** Text telephones: Baudot tones, and no key as nobody hears the prompt. */
public final class TextTelephone extends HardToHear {

    /** With its callers. */
    public TextTelephone() {
        super(
                "tty",
                "Baudot tones; presses no key",
                400,
                manner -> manner.sounding(Sound.TONES).pressing(0));
    }
}

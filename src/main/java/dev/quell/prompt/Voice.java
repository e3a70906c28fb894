package dev.quell.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language of the recordings. */
public enum Voice {
    EN,
    ZH;

    /** The folder's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a word; empty if there is none. */
    public static Optional<Voice> of(String word) {
        return Arrays.stream(values())
                .filter(voice -> voice.word().equals(word))
                .findFirst();
    }
}

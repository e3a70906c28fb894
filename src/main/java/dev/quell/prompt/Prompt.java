package dev.quell.prompt;

import java.time.Duration;

/**
 * A recording that Quell's dialplan plays.
 *
 * @param name as the dialplan names it under {@code quell/}, for example {@code listen-1} or {@code digits/0}
 * @param longest it may last
 * @param english what is said; empty for a tone
 * @param mandarin what is said; empty for a tone
 */
public record Prompt(String name, Duration longest, String english, String mandarin) {

    /** Whether it is a tone that was computed, and no voice. */
    public boolean tone() {
        return english.isEmpty();
    }

    /** What is said in a language of the prompts. */
    public String text(Voice voice) {
        return voice == Voice.EN ? english : mandarin;
    }

    /** The name without a slash, for addresses within a page. */
    public String anchor() {
        return "prompt-" + name.replace('/', '-');
    }
}

package dev.quell.treatment;

import dev.quell.call.TalkReport;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What is known of the caller at one moment of a dialogue. Nothing from before its start is in it.
 *
 * @param elapsed time since the dialogue began
 * @param key whether a key was pressed in the step that just ended
 * @param playable whether the last prompt could be played
 * @param talk the caller's own sound; a prompt is not in it, unless the line echoes
 * @param packets RTP packets that came since the start, empty if not known
 */
public record Heard(Duration elapsed, boolean key, boolean playable, TalkReport talk, OptionalLong packets) {

    /** The dialogue's first moment. */
    public static Heard nothingYet(TalkReport talk) {
        return new Heard(Duration.ZERO, false, true, talk, OptionalLong.empty());
    }
}

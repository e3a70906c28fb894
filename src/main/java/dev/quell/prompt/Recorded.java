package dev.quell.prompt;

import dev.quell.prompt.audio.Loudness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A prompt's files in one language.
 *
 * @param there whether its {@code wav} can be read
 * @param length zero if it cannot
 * @param loudness silence if it cannot
 * @param changedAt when its {@code wav} was written, the epoch if it is not there
 * @param missing the formats without a file
 * @param kept when earlier recordings were put away, the latest first
 */
public record Recorded(
        boolean there,
        Duration length,
        Loudness loudness,
        Instant changedAt,
        List<String> missing,
        List<Instant> kept) {

    public Recorded {
        missing = List.copyOf(missing);
        kept = List.copyOf(kept);
    }
}

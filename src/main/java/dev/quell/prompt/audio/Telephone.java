package dev.quell.prompt.audio;

import dev.quell.prompt.audio.AudioFault.Why;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes of a recording what Asterisk plays: rumble and the silence at its ends taken out, brought to one level (-20 dBFS as a whole, its peaks at -3 dBFS at
 * most), at 8 and 16 kHz.
 */
public final class Telephone {

    /** The level of a whole recording, dBFS; the least that is taken if its peaks forbid more. */
    public static final double LEVEL = -20;

    private static final double LEAST = -26;
    private static final double PEAK = -3;
    /** A recording that would have to be made louder than by this much brings its noise with it. */
    private static final double MOST_GAIN = 30;

    private static final int NARROW = 8_000;
    private static final int WIDE = 16_000;
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final double FULL = 0.999;
    private static final double MOST_CLIPPED = 0.001;
    private static final int HEADER = 44;
    private static final Duration AROUND = Duration.ofSeconds(10);

    private Telephone() {}

    /**
     * What was made.
     *
     * @param files the bytes by the file's ending: {@code wav} 8 kHz 16 bit, {@code sln16} 16 kHz 16 bit without a header, {@code alaw}, {@code ulaw}
     * @param before how loud the recording was
     * @param after how loud the {@code wav} is
     */
    public record Made(Map<String, byte[]> files, Duration length, Loudness before, Loudness after) {}

    /** What a file may last that is to become a prompt, with silence at its ends that will be trimmed. */
    public static Duration most(Duration longest) {
        return longest.multipliedBy(2).plus(AROUND);
    }

    /**
     * Makes the files.
     *
     * @param longest the prompt may last, with the tenths of a second around it
     * @throws AudioFault if the recording cannot be used
     */
    public static Made of(Sound recording, Duration longest) throws AudioFault {
        Loudness before = Loudness.of(recording);
        check(recording, before);
        // The long work is for what will be played, not for what lies around it.
        Sound spoken = Silence.trimmed(Rumble.without(recording));
        if (spoken.length().compareTo(longest.multipliedBy(2)) > 0) {
            throw AudioFault.of(Why.TOO_LONG, seconds(spoken));
        }
        Sound wide = Silence.trimmed(Resampler.to(WIDE, spoken));
        if (wide.length().compareTo(SHORTEST) < 0) {
            throw AudioFault.of(Why.TOO_SHORT, seconds(wide));
        }
        Sound framed = Silence.around(wide);
        if (framed.length().compareTo(longest) > 0) {
            throw AudioFault.of(Why.TOO_LONG, seconds(framed));
        }
        Sound levelled = levelled(framed);
        Sound narrow = Resampler.to(NARROW, levelled);
        short[] pcm = narrow.pcm();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("wav", wav(pcm));
        files.put("sln16", raw(levelled.pcm()));
        files.put("alaw", Companding.alaw(pcm));
        files.put("ulaw", Companding.ulaw(pcm));
        return new Made(files, narrow.length(), before, Loudness.of(narrow));
    }

    private static double seconds(Sound sound) {
        return sound.length().toMillis() / 1000.0;
    }

    private static void check(Sound recording, Loudness before) throws AudioFault {
        if (recording.length().compareTo(SHORTEST) < 0) {
            throw AudioFault.of(Why.TOO_SHORT, seconds(recording));
        }
        if (before.rms() < LEVEL - MOST_GAIN) {
            throw AudioFault.of(Why.TOO_QUIET, before.rms());
        }
        int full = 0;
        for (int i = 0; i < recording.size(); i++) {
            full += Math.abs(recording.at(i)) >= FULL ? 1 : 0;
        }
        double clipped = (double) full / recording.size();
        if (clipped > MOST_CLIPPED) {
            throw AudioFault.of(Why.CLIPPED, clipped * 100);
        }
    }

    private static Sound levelled(Sound sound) throws AudioFault {
        Loudness is = Loudness.of(sound);
        double gain = Math.min(LEVEL - is.rms(), PEAK - is.peak());
        if (is.rms() + gain < LEAST) {
            throw AudioFault.of(Why.UNEVEN, is.peak() - is.rms());
        }
        return sound.times(Loudness.factor(gain));
    }

    private static byte[] raw(short[] pcm) {
        byte[] bytes = new byte[pcm.length * 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(pcm);
        return bytes;
    }

    private static byte[] wav(short[] pcm) {
        byte[] bytes = new byte[HEADER + pcm.length * 2];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(HEADER - 8 + pcm.length * 2)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(NARROW)
                .putInt(NARROW * 2)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(pcm.length * 2)
                .put(raw(pcm));
        return bytes;
    }
}

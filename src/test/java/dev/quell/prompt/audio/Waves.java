package dev.quell.prompt.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;

/** Sounds and WAV files for tests. */
public final class Waves {

    private Waves() {}

    /** A sine. */
    static Sound sine(int rate, double seconds, double hertz, double level) {
        return sound(rate, seconds, i -> level * Math.sin(2 * Math.PI * hertz * i / rate));
    }

    static Sound sound(int rate, double seconds, IntToDoubleFunction sample) {
        float[] samples = new float[(int) Math.round(rate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) sample.applyAsDouble(i);
        }
        return new Sound(rate, samples);
    }

    /** A WAV of 16 bit, the same in each channel. */
    static byte[] wav(Sound sound, int channels) {
        ByteBuffer data = ByteBuffer.allocate(sound.size() * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : sound.pcm()) {
            for (int channel = 0; channel < channels; channel++) {
                data.putShort(sample);
            }
        }
        return wav(1, channels, sound.rate(), 16, data.array());
    }

    /** A WAV of a speaking level: a sine of 440 Hz. */
    public static byte[] spoken(int rate, int channels, double seconds) {
        return wav(sine(rate, seconds, 440, 0.2), channels);
    }

    /** A WAV as its header says. */
    public static byte[] wav(int kind, int channels, int rate, int bits, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + data.length)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) kind)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data);
        return file.array();
    }
}

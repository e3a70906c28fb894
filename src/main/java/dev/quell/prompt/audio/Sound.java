package dev.quell.prompt.audio;

import java.time.Duration;
import java.util.Arrays;

/** One channel of sound. Samples lie between -1 and 1, both of which are full scale. */
public final class Sound {

    private final int rate;
    private final double[] samples;

    /**
     * Of samples, which are not copied.
     *
     * @param rate samples a second, 1 or more
     */
    Sound(int rate, double[] samples) {
        this.rate = rate;
        this.samples = samples;
    }

    /** Samples a second. */
    public int rate() {
        return rate;
    }

    /** How many samples there are. */
    public int size() {
        return samples.length;
    }

    /** One of them. */
    public double at(int index) {
        return samples[index];
    }

    /** How long it plays. */
    public Duration length() {
        return Duration.ofMillis(samples.length * 1000L / rate);
    }

    /** A part of it, with silence around. */
    Sound part(int from, int to, int before, int after) {
        double[] part = new double[before + to - from + after];
        System.arraycopy(samples, from, part, before, to - from);
        return new Sound(rate, part);
    }

    /** The same, louder by a factor. */
    Sound times(double factor) {
        return new Sound(
                rate, Arrays.stream(samples).map(sample -> sample * factor).toArray());
    }

    /** As signed whole numbers of 16 bit, cut off at full scale. */
    short[] pcm() {
        short[] pcm = new short[samples.length];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) Math.clamp(Math.round(samples[i] * 32_767), -32_768, 32_767);
        }
        return pcm;
    }
}

package dev.quell.prompt.audio;

import java.time.Duration;

/** One channel of sound. Samples lie between -1 and 1, both of which are full scale. */
public final class Sound {

    private final int rate;
    private final float[] samples;

    /**
     * Of samples, which are not copied.
     *
     * @param rate samples a second, 1 or more
     */
    Sound(int rate, float[] samples) {
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
        float[] part = new float[before + to - from + after];
        System.arraycopy(samples, from, part, before, to - from);
        return new Sound(rate, part);
    }

    /** The same, louder by a factor. */
    Sound times(double factor) {
        float[] louder = new float[samples.length];
        for (int i = 0; i < louder.length; i++) {
            louder[i] = (float) (samples[i] * factor);
        }
        return new Sound(rate, louder);
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

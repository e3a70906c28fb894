package dev.quell.prompt.audio;

/**
 * Brings a sound to another rate by band-limited interpolation: each new sample is the sum of those around it under a sinc with a Blackman window. What lies
 * above 46 % of the lower rate is taken out first, so that nothing folds back. How new samples lie between old ones comes again after a few (160 from 44,100
 * to 16,000 Hz), so the weights of each place are computed once; where the two rates share no large factor the nearest of {@value #MOST_PHASES} places is taken.
 */
final class Resampler {

    private static final double BAND = 0.46;
    /** Crossings of the sinc on each side. */
    private static final int WIDTH = 24;

    static final int MOST_PHASES = 1024;

    private Resampler() {}

    static Sound to(int rate, Sound sound) {
        if (sound.rate() == rate) {
            return sound;
        }
        // Of the source's rate: twice the cut-off, 1 at most.
        double band = 2 * BAND * Math.min(1, (double) rate / sound.rate());
        int reach = (int) Math.ceil(WIDTH / band);
        int phases = Math.min(MOST_PHASES, rate / common(rate, sound.rate()));
        float[][] weights = new float[phases + 1][];
        float[] made = new float[(int) ((long) sound.size() * rate / sound.rate())];
        for (int i = 0; i < made.length; i++) {
            long place = (long) i * sound.rate();
            int before = (int) (place / rate);
            int phase = (int) Math.round((double) (place % rate) * phases / rate);
            if (weights[phase] == null) {
                weights[phase] = weights((double) phase / phases, band, reach);
            }
            made[i] = sum(sound, before - reach, weights[phase]);
        }
        return new Sound(rate, made);
    }

    private static int common(int one, int other) {
        return other == 0 ? one : common(other, one % other);
    }

    private static float sum(Sound sound, int first, float[] weights) {
        int from = Math.max(0, -first);
        int to = Math.min(weights.length, sound.size() - first);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sound.at(first + i) * weights[i];
        }
        return (float) sum;
    }

    /** Of the samples around a new one that lies {@code away} behind the middle one of them. */
    private static float[] weights(double away, double band, int reach) {
        float[] weights = new float[2 * reach + 1];
        double wide = WIDTH / band;
        for (int i = 0; i < weights.length; i++) {
            double distance = away + reach - i;
            weights[i] =
                    Math.abs(distance) > wide ? 0 : (float) (band * sinc(band * distance) * window(distance / wide));
        }
        return weights;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Blackman, from -1 to 1. */
    private static double window(double x) {
        return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
    }
}

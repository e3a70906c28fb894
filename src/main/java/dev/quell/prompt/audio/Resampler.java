package dev.quell.prompt.audio;

/**
 * Brings a sound to another rate by band-limited interpolation: each new sample is the sum of those around it under a sinc with a Blackman window. What lies
 * above 46 % of the lower rate is taken out first, so that nothing folds back.
 */
final class Resampler {

    private static final double BAND = 0.46;
    /** Crossings of the sinc on each side. */
    private static final int WIDTH = 24;

    private Resampler() {}

    static Sound to(int rate, Sound sound) {
        if (sound.rate() == rate) {
            return sound;
        }
        // Of the source's rate: twice the cut-off, 1 at most.
        double band = 2 * BAND * Math.min(1, (double) rate / sound.rate());
        double reach = WIDTH / band;
        int size = (int) ((long) sound.size() * rate / sound.rate());
        double[] made = new double[size];
        for (int i = 0; i < size; i++) {
            made[i] = at((double) i * sound.rate() / rate, sound, band, reach);
        }
        return new Sound(rate, made);
    }

    private static double at(double place, Sound sound, double band, double reach) {
        int first = (int) Math.max(0, Math.ceil(place - reach));
        int last = (int) Math.min(sound.size() - 1.0, Math.floor(place + reach));
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double away = place - i;
            sum += sound.at(i) * band * sinc(band * away) * window(away / reach);
        }
        return sum;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Blackman, from -1 to 1. */
    private static double window(double x) {
        return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
    }
}

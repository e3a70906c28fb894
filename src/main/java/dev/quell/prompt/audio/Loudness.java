package dev.quell.prompt.audio;

/**
 * How loud a sound is as a whole, in dB below full scale; 0 is the loudest that can be.
 *
 * @param rms root of the mean square, -99 for silence
 * @param peak the largest sample, -99 for silence
 */
public record Loudness(double rms, double peak) {

    /** What silence is called. */
    public static final double SILENCE = -99;

    /** Measures it. */
    public static Loudness of(Sound sound) {
        double sum = 0;
        double most = 0;
        for (int i = 0; i < sound.size(); i++) {
            sum += sound.at(i) * sound.at(i);
            most = Math.max(most, Math.abs(sound.at(i)));
        }
        return new Loudness(decibels(Math.sqrt(sum / Math.max(1, sound.size()))), decibels(most));
    }

    private static double decibels(double share) {
        return share > 0 ? Math.max(SILENCE, 20 * Math.log10(share)) : SILENCE;
    }

    static double factor(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}

package dev.quell.prompt.audio;

/** Takes out what lies below the voice: hum, handling, a constant offset. A high-pass of the second order (Butterworth) at 120 Hz. */
final class Rumble {

    private static final double CORNER = 120;

    private Rumble() {}

    static Sound without(Sound sound) {
        double omega = 2 * Math.PI * CORNER / sound.rate();
        double alpha = Math.sin(omega) / Math.sqrt(2);
        double cosine = Math.cos(omega);
        double norm = 1 + alpha;
        double outer = (1 + cosine) / 2 / norm;
        float[] made = new float[sound.size()];
        double in1 = 0;
        double in2 = 0;
        double out1 = 0;
        double out2 = 0;
        for (int i = 0; i < made.length; i++) {
            double in = sound.at(i);
            double out = outer * (in - 2 * in1 + in2) + 2 * cosine / norm * out1 - (1 - alpha) / norm * out2;
            in2 = in1;
            in1 = in;
            out2 = out1;
            out1 = out;
            made[i] = (float) out;
        }
        return new Sound(sound.rate(), made);
    }
}

package dev.quell.prompt.audio;

/** Trims silence at both ends, and puts a little of it back. */
final class Silence {

    /** Quieter than this share of the loudest is silence. */
    private static final double SHARE = 0.01;

    private static final double MARGIN = 0.02;
    private static final double BEFORE = 0.1;
    private static final double AFTER = 0.2;

    private Silence() {}

    /** The sound from its first to its last audible sample; empty if none is. */
    static Sound trimmed(Sound sound) {
        double limit = Loudness.factor(Loudness.of(sound).peak()) * SHARE;
        int first = 0;
        while (first < sound.size() && Math.abs(sound.at(first)) <= limit) {
            first++;
        }
        int last = sound.size() - 1;
        while (last > first && Math.abs(sound.at(last)) <= limit) {
            last--;
        }
        int margin = (int) (MARGIN * sound.rate());
        int from = Math.max(0, first - margin);
        return sound.part(from, Math.max(from, Math.min(sound.size(), last + 1 + margin)), 0, 0);
    }

    /** With a tenth of a second before it and two after. */
    static Sound around(Sound sound) {
        return sound.part(0, sound.size(), (int) (BEFORE * sound.rate()), (int) (AFTER * sound.rate()));
    }
}

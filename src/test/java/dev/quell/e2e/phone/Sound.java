package dev.quell.e2e.phone;

import dev.quell.e2e.server.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** A piece of sound in A-law, 8 bytes a millisecond. */
public final class Sound {

    /** No packets at all: the fault where a caller's audio does not arrive. */
    public static final Sound NOTHING = new Sound(new byte[0]);
    /** Packets of digital silence: a muted caller. */
    public static final Sound SILENCE = filled(Duration.ofSeconds(1));
    /** A voice at an ordinary level, about −20 dBFS, with the pauses of speech. */
    public static final Sound SPEECH = prompt("listen-2").pausing(Duration.ofMillis(600));
    /** The same voice 26 dB lower: a quiet speaker or a bad line. */
    public static final Sound QUIET_SPEECH = SPEECH.louder(-26);
    /** White noise at −30 dBFS that never pauses. */
    public static final Sound NOISE = noise(-30);

    private final byte[] codes;

    private Sound(byte[] codes) {
        this.codes = codes;
    }

    /** One of the English prompts in {@code dialplan/sounds}, as Asterisk plays it to an A-law caller. */
    public static Sound prompt(String name) {
        return prompt("en", name);
    }

    /** One of the prompts of a language. */
    public static Sound prompt(String language, String name) {
        Path sounds = Programs.get().basedir().resolve("dialplan/sounds");
        return file(sounds.resolve(language + "/quell/" + name + ".alaw"));
    }

    /** A file of bare A-law. */
    public static Sound file(Path file) {
        try {
            return new Sound(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no A-law sound in " + file + "; dialplan/sounds should hold it", e);
        }
    }

    static Sound of(byte[] codes) {
        return new Sound(codes);
    }

    /** The same sound with silence after it. */
    public Sound pausing(Duration pause) {
        byte[] longer = Arrays.copyOf(codes, codes.length + (int) pause.toMillis() * 8);
        Arrays.fill(longer, codes.length, longer.length, Alaw.SILENCE);
        return new Sound(longer);
    }

    /** The same sound at another level, in decibels. */
    public Sound louder(double decibels) {
        double factor = Math.pow(10, decibels / 20);
        byte[] changed = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            changed[i] = Alaw.encode((int) Math.round(Alaw.decode(codes[i]) * factor));
        }
        return new Sound(changed);
    }

    /** How long it lasts. */
    public Duration length() {
        return Duration.ofMillis(codes.length / 8);
    }

    /** Mean level in dBFS, a full-scale square wave being 0; −96 for nothing. */
    public double level() {
        double sum = Arrays.stream(samples()).mapToDouble(s -> (double) s * s).sum();
        double rms = codes.length == 0 ? 0 : Math.sqrt(sum / codes.length);
        return rms < 1 ? -96 : 20 * Math.log10(rms / Short.MAX_VALUE);
    }

    byte[] codes() {
        return codes;
    }

    private int[] samples() {
        int[] samples = new int[codes.length];
        Arrays.setAll(samples, i -> Alaw.decode(codes[i]));
        return samples;
    }

    private static Sound filled(Duration length) {
        byte[] codes = new byte[(int) length.toMillis() * 8];
        Arrays.fill(codes, Alaw.SILENCE);
        return new Sound(codes);
    }

    private static Sound noise(double level) {
        Random random = new Random(1);
        double deviation = Short.MAX_VALUE * Math.pow(10, level / 20);
        byte[] codes = new byte[16_000];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Alaw.encode((int) Math.round(random.nextGaussian() * deviation));
        }
        return new Sound(codes);
    }
}

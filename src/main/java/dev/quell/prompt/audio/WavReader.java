package dev.quell.prompt.audio;

import dev.quell.prompt.audio.AudioFault.Why;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Reads RIFF WAVE files with whole or real numbers; two channels are mixed into one. Nothing of such a file is believed. */
public final class WavReader {

    private static final Duration MOST = Duration.ofMinutes(2);

    private static final int PCM = 1;
    private static final int REAL = 3;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int LEAST_RATE = 8_000;
    private static final int MOST_RATE = 192_000;
    private static final int HEADER = 12;

    private WavReader() {}

    /** How samples lie in a file. */
    private record Layout(int channels, int rate, int bits, boolean real) {
        int frame() {
            return channels * bits / 8;
        }
    }

    /**
     * Reads a file of two minutes at most.
     *
     * @throws AudioFault if it is none that can be read
     */
    public static Sound read(byte[] file) throws AudioFault {
        return read(file, MOST);
    }

    /**
     * Reads a file.
     *
     * @param most it may last; of a longer one no sample is read
     * @throws AudioFault if it is none that can be read
     */
    public static Sound read(byte[] file, Duration most) throws AudioFault {
        if (file.length < HEADER
                || !word(file, 0).equals("RIFF")
                || !word(file, 8).equals("WAVE")) {
            throw AudioFault.of(Why.NOT_WAV, 0);
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Layout layout = null;
        int at = HEADER;
        while (at + 8 <= file.length) {
            String name = word(file, at);
            long size = Integer.toUnsignedLong(bytes.getInt(at + 4));
            int begin = at + 8;
            if (name.equals("data") && layout != null) {
                return sound(bytes, begin, size, layout, most);
            }
            if (size > file.length - begin) {
                break;
            }
            if (name.equals("fmt ")) {
                layout = layout(bytes, begin, (int) size);
            }
            at = begin + (int) size + (int) (size & 1);
        }
        throw AudioFault.of(Why.CUT_OFF, 0);
    }

    private static String word(byte[] file, int at) {
        return new String(Arrays.copyOfRange(file, at, at + 4), StandardCharsets.ISO_8859_1);
    }

    private static Layout layout(ByteBuffer bytes, int begin, int size) throws AudioFault {
        if (size < 16) {
            throw AudioFault.of(Why.CUT_OFF, 0);
        }
        int kind = Short.toUnsignedInt(bytes.getShort(begin));
        if (kind == EXTENSIBLE && size >= 26) {
            kind = Short.toUnsignedInt(bytes.getShort(begin + 24));
        }
        int channels = Short.toUnsignedInt(bytes.getShort(begin + 2));
        long rate = Integer.toUnsignedLong(bytes.getInt(begin + 4));
        int bits = Short.toUnsignedInt(bytes.getShort(begin + 14));
        refuse(kind != PCM && kind != REAL, Why.NOT_PCM, kind);
        refuse(channels < 1 || channels > 2, Why.CHANNELS, channels);
        refuse(rate < LEAST_RATE || rate > MOST_RATE, Why.RATE, (double) rate);
        boolean whole = kind == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
        refuse(!whole && !(kind == REAL && bits == 32), Why.BITS, bits);
        return new Layout(channels, (int) rate, bits, kind == REAL);
    }

    private static void refuse(boolean wrong, Why why, double is) throws AudioFault {
        if (wrong) {
            throw AudioFault.of(why, is);
        }
    }

    /** A program that writes to a pipe does not know the size and says that it is enormous. */
    private static Sound sound(ByteBuffer bytes, int begin, long size, Layout layout, Duration most) throws AudioFault {
        int there = bytes.limit() - begin;
        boolean open = size == 0 || size >= 0x7fff_0000L;
        refuse(!open && size > there, Why.CUT_OFF, 0);
        int frames = (int) (open ? there : size) / layout.frame();
        refuse(frames > most.toMillis() * layout.rate() / 1000, Why.TOO_LONG, (double) frames / layout.rate());
        float[] samples = new float[frames];
        for (int i = 0; i < frames; i++) {
            int at = begin + i * layout.frame();
            for (int channel = 0; channel < layout.channels(); channel++) {
                samples[i] += (float) (sample(bytes, at + channel * layout.bits() / 8, layout) / layout.channels());
            }
        }
        return new Sound(layout.rate(), samples);
    }

    private static double sample(ByteBuffer bytes, int at, Layout layout) {
        if (layout.real()) {
            float value = bytes.getFloat(at);
            return Float.isFinite(value) ? Math.clamp(value, -1.0, 1.0) : 0;
        }
        return switch (layout.bits()) {
            case 8 -> (Byte.toUnsignedInt(bytes.get(at)) - 128) / 128.0;
            case 16 -> bytes.getShort(at) / 32_768.0;
            case 24 ->
                ((bytes.get(at + 2) << 16)
                                | (Byte.toUnsignedInt(bytes.get(at + 1)) << 8)
                                | Byte.toUnsignedInt(bytes.get(at)))
                        / 8_388_608.0;
            default -> bytes.getInt(at) / 2_147_483_648.0;
        };
    }
}

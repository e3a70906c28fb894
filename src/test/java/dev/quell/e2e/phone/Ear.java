package dev.quell.e2e.phone;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Everything that a phone was played, in order; the pauses in which nothing was sent are left out. */
public final class Ear {

    private static final int CHUNK = 800;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    synchronized void hear(byte[] packet, int from, int length) {
        heard.write(packet, from, length);
    }

    /** How much was heard so far, silence included. */
    public synchronized Duration length() {
        return Duration.ofMillis(heard.size() / 8);
    }

    /** What was heard from a moment on. */
    public Sound since(Duration from) {
        byte[] all = all();
        int start = Math.min((int) from.toMillis() * 8, all.length);
        return Sound.of(Arrays.copyOfRange(all, start, all.length));
    }

    /** Whether a sound was heard, see {@link #find}. */
    public boolean heard(Sound sound) {
        return find(sound, Duration.ZERO).isPresent();
    }

    /**
     * Where in what was heard the loudest tenth of a second of a sound comes first, at or after a moment; empty if it was not heard. A few samples may
     * differ, as a mixer or a second coding would make them.
     */
    public Optional<Duration> find(Sound sound, Duration from) {
        byte[] all = all();
        byte[] chunk = loudest(sound.codes());
        for (int at = (int) from.toMillis() * 8; at + chunk.length <= all.length; at++) {
            if (alike(all, at, chunk)) {
                return Optional.of(Duration.ofMillis(at / 8));
            }
        }
        return Optional.empty();
    }

    private synchronized byte[] all() {
        return heard.toByteArray();
    }

    private static boolean alike(byte[] all, int at, byte[] chunk) {
        int different = 0;
        for (int i = 0; i < chunk.length; i++) {
            if (all[at + i] != chunk[i] && ++different > chunk.length / 50) {
                return false;
            }
        }
        return true;
    }

    private static byte[] loudest(byte[] codes) {
        if (codes.length <= CHUNK) {
            return codes;
        }
        int best = 0;
        double level = -200;
        for (int at = 0; at + CHUNK <= codes.length; at += CHUNK / 2) {
            double here = Sound.of(Arrays.copyOfRange(codes, at, at + CHUNK)).level();
            if (here > level) {
                level = here;
                best = at;
            }
        }
        return Arrays.copyOfRange(codes, best, best + CHUNK);
    }
}

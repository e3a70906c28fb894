package dev.quell.prompt;

import dev.quell.prompt.audio.AudioFault;
import dev.quell.prompt.audio.Loudness;
import dev.quell.prompt.audio.Sound;
import dev.quell.prompt.audio.WavReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was measured of recordings; a file is read again only once it has changed, since a look at a page measures them all. */
final class Measures {
    /** More than any prompt takes. */
    private static final long LONGEST = 4L << 20;

    /** As many files as there are prompts and languages, and no more. */
    private final Map<Path, Measured> known = new ConcurrentHashMap<>();

    /**
     * One file.
     *
     * @param digest of its bytes, SHA-256 in hex
     */
    record Measured(FileTime changedAt, long size, Duration length, Loudness loudness, String digest) {}

    Measured of(Path file) throws IOException, AudioFault {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        Measured before = known.get(file);
        if (before != null && before.changedAt().equals(is.lastModifiedTime()) && before.size() == is.size()) {
            return before;
        }
        byte[] bytes = bytes(file);
        Sound sound = WavReader.read(bytes);
        Measured now =
                new Measured(is.lastModifiedTime(), is.size(), sound.length(), Loudness.of(sound), digest(bytes));
        known.put(file, now);
        return now;
    }

    static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is larger than any prompt");
        }
        return Files.readAllBytes(file);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

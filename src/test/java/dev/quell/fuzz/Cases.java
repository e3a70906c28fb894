package dev.quell.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a target's inputs lie as files. */
final class Cases {

    private Cases() {}

    /** The cases that are kept for good, and where new ones are written. */
    static Path kept(Target target) {
        return Path.of("src", "test", "resources", "fuzz", target.word());
    }

    /** Where what is gathered and can be thrown away lies. */
    static Path scratch(Target target) {
        return Path.of("target", "fuzz", target.word());
    }

    /** The kept cases by the names of their files. */
    static Map<String, byte[]> read(Target target) {
        Map<String, byte[]> cases = new TreeMap<>();
        if (Files.isDirectory(kept(target))) {
            try (Stream<Path> files = Files.list(kept(target))) {
                for (Path file : files.toList()) {
                    cases.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }

    /** Keeps an input that was found. */
    static Path keep(Target target, byte[] input) {
        return write(scratch(target).resolve("found"), "crash-" + digest(input), input);
    }

    /** Writes the seeds as files. */
    static Path seeds(Target target, List<byte[]> seeds) {
        Path folder = scratch(target).resolve("seeds");
        IntStream.range(0, seeds.size()).forEach(i -> write(folder, "seed-" + i, seeds.get(i)));
        return folder;
    }

    /** Writes words, and what breaks readers of text, in libFuzzer's form of a dictionary. */
    static Path dictionary(Target target, List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : Stream.concat(Mutator.EVIL.stream(), words.stream()).toList()) {
            text.append('"');
            for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
                text.append(String.format(Locale.ROOT, "\\x%02x", b));
            }
            text.append("\"\n");
        }
        return write(scratch(target), "words", text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static Path write(Path folder, String name, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] input) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

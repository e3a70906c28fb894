package dev.quell.bench.page;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Properties;

/** The figures that the capacity page reckons with, kept from one run to the next in a file of the working directory. */
public final class Findings {

    private final Path file;
    private final Properties kept = new Properties();

    Findings(Path directory) {
        file = directory.resolve("findings.properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Keeps a figure in place of an earlier one. */
    public void keep(String key, double value) {
        kept.setProperty(key, Double.toString(value));
        try (Writer out = Files.newBufferedWriter(file)) {
            kept.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure; empty if it has not been measured yet. */
    public OptionalDouble get(String key) {
        String value = kept.getProperty(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
    }
}

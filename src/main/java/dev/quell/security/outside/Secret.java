package dev.quell.security.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret that is given in the settings, by the environment, or in the first line of a file. */
public final class Secret {

    private Secret() {}

    /**
     * The secret; empty if none is given.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Optional<String> of(String value, String file) {
        if (file.isEmpty()) {
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }
        try {
            return Files.readString(Path.of(file))
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.quell.e2e.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A file of {@code src/test/resources/e2e} whose {@code @key@} places are filled in. */
public record Template(String name) {

    /** The text with the places filled in. */
    public String fill(Map<String, String> values) {
        String text = read();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }

    /** Writes the filled text to a file, which is made or replaced. */
    public Path write(Path file, Map<String, String> values) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, fill(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() {
        try (InputStream in = Template.class.getResourceAsStream("/e2e/" + name)) {
            if (in == null) {
                throw new IllegalStateException("src/test/resources/e2e/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

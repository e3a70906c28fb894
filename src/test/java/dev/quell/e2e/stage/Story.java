package dev.quell.e2e.stage;

import dev.quell.e2e.server.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What all scenarios did and saw: one line each on the console, and with the calls' explanations in {@code target/e2e/story.txt}. */
final class Story {

    private Story() {}

    /** Tells of one scenario. */
    static synchronized void tell(String line, List<String> explanations) {
        System.out.println(line);
        Path file = Programs.get().basedir().resolve("target/e2e/story.txt");
        String text = line + "\n" + String.join("\n", explanations).indent(4) + "\n";
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

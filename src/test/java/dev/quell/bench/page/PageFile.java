package dev.quell.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page as sections between marks, so that some can be measured anew and the others stay. */
final class PageFile {

    private static final String MARK = "<!-- part: ";

    private final Path file;
    private final String head;
    private final Map<String, String> sections = new LinkedHashMap<>();

    /** @param head what stands above the sections */
    PageFile(Path file, String head) throws IOException {
        this.file = file;
        this.head = head;
        if (Files.exists(file)) {
            read();
        }
    }

    private void read() throws IOException {
        String[] parts = Files.readString(file).split("\n" + MARK);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf(" -->\n");
            sections.put(parts[i].substring(0, end), parts[i].substring(end + 5).strip());
        }
    }

    /** Puts a section in place of the one with its key. */
    void put(String key, String heading, List<String> lines) {
        sections.put(key, "## " + heading + "\n\n" + String.join("\n", lines));
    }

    /** Writes the sections in this order; one that is not there is left out. */
    void write(List<String> order) throws IOException {
        StringBuilder text = new StringBuilder(head.strip()).append('\n');
        for (String key : order) {
            String section = sections.get(key);
            if (section != null) {
                text.append("\n" + MARK)
                        .append(key)
                        .append(" -->\n")
                        .append(section)
                        .append('\n');
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}

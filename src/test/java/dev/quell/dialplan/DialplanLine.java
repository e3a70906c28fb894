package dev.quell.dialplan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One priority of a dialplan, or one setting of another Asterisk file.
 *
 * @param number the line's number in its file, from 1
 * @param context the section it stands in, empty before the first
 * @param extension the extension it belongs to, empty for a setting
 * @param text the line without a comment
 */
record DialplanLine(String file, int number, String context, String extension, String text) {

    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)].*");
    private static final Pattern EXTENSION = Pattern.compile("exten => ([^,]+),.*");

    /** The lines of a text that say something, in order. */
    static List<DialplanLine> parse(String file, String text) {
        List<DialplanLine> lines = new ArrayList<>();
        String context = "";
        String extension = "";
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            Matcher section = SECTION.matcher(line);
            if (section.matches()) {
                context = section.group(1);
                extension = "";
            } else if (!line.isEmpty() && !line.startsWith(";") && !line.startsWith("#")) {
                Matcher start = EXTENSION.matcher(line);
                extension = start.matches() ? start.group(1) : extension;
                lines.add(new DialplanLine(file, number, context, extension, line));
            }
        }
        return lines;
    }

    /** The lines of a file. */
    static List<DialplanLine> read(Path file) throws IOException {
        return parse(String.valueOf(file.getFileName()), Files.readString(file));
    }

    /** Whether another line belongs to the same extension. */
    boolean sameExtension(DialplanLine other) {
        return file.equals(other.file) && context.equals(other.context) && extension.equals(other.extension);
    }

    @Override
    public String toString() {
        return file + ":" + number + " " + text;
    }
}

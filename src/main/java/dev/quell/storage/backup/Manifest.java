package dev.quell.storage.backup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a copy holds, as its last entry says.
 *
 * @param made when it was begun
 * @param database the version of the database in it
 * @param digests the SHA-256 of each file in hexadecimal, by the file's name in the data directory
 */
record Manifest(Instant made, int database, Map<String, String> digests) {

    static final String NAME = "manifest.properties";
    private static final String FORMAT = "1";
    private static final String DIGEST = "sha256.";

    Manifest {
        digests = Map.copyOf(digests);
    }

    String text() {
        StringWriter text = new StringWriter();
        text.write("format=" + FORMAT + "\nmade=" + made + "\ndatabase=" + database + "\n");
        new TreeMap<>(digests).forEach((file, digest) -> text.write(DIGEST + file + "=" + digest + "\n"));
        return text.toString();
    }

    /** @throws BackupFault if it is of a format that is not known */
    static Manifest read(Reader reader) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw BackupFault.foreign();
        }
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw BackupFault.foreign();
        }
        Map<String, String> digests = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(DIGEST))
                .forEach(key -> digests.put(key.substring(DIGEST.length()), properties.getProperty(key)));
        try {
            return new Manifest(
                    Instant.parse(properties.getProperty("made", "")),
                    Integer.parseUnsignedInt(properties.getProperty("database", "")),
                    digests);
        } catch (DateTimeParseException | NumberFormatException malformed) {
            throw BackupFault.foreign();
        }
    }
}

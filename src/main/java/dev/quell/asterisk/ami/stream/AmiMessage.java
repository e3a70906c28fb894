package dev.quell.asterisk.ami.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One message of the manager protocol as it was read: its header lines in order, without the empty line that ends it.
 *
 * @param lines at least one, none empty
 */
record AmiMessage(List<String> lines) {

    AmiMessage {
        lines = List.copyOf(lines);
    }

    /** The first line's key in lower case, empty if the line has none. Asterisk begins every message with Event or Response. */
    String kind() {
        return key(lines.getFirst());
    }

    /** The first line's value. */
    String name() {
        return value(lines.getFirst());
    }

    /** The value of a key; empty if it is missing. */
    Optional<String> one(String key) {
        List<String> values = all(key);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** How often a key stands in the message. */
    int count(String key) {
        return all(key).size();
    }

    private List<String> all(String key) {
        List<String> values = new ArrayList<>(1);
        for (String line : lines) {
            if (key(line).equals(key)) {
                values.add(value(line));
            }
        }
        return values;
    }

    private static String key(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}

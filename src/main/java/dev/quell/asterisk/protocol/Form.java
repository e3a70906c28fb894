package dev.quell.asterisk.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which keys one kind of request has. The installation token {@code t} is required in each and need not be named.
 *
 * @param required keys that must be there; their value may be empty
 * @param optional keys that may be left out
 * @param raw those of both whose value is BASE64
 */
public record Form(Set<String> required, Set<String> optional, Set<String> raw) {

    static final String TOKEN = "t";

    public Form {
        required = Set.copyOf(required);
        optional = Set.copyOf(optional);
        raw = Set.copyOf(raw);
    }

    boolean knows(String key) {
        return key.equals(TOKEN) || required.contains(key) || optional.contains(key);
    }

    /** The known keys in alphabetical order, for messages. */
    String known() {
        Set<String> all = new TreeSet<>(required);
        all.addAll(optional);
        all.add(TOKEN);
        return String.join(", ", all);
    }

    /** The required keys that are not among these. */
    List<String> missingFrom(Set<String> keys) {
        if (keys.contains(TOKEN) && keys.containsAll(required)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>(required);
        missing.add(TOKEN);
        missing.removeAll(keys);
        Collections.sort(missing);
        return missing;
    }
}

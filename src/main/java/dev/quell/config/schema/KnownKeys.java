package dev.quell.config.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Tells keys that mean something from keys that mean nothing, and what the latter were perhaps meant to be. */
public final class KnownKeys {
    private final Setting.Section root;

    /** The keys of a schema. */
    public KnownKeys(SettingsSchema schema) {
        this.root = schema.root();
    }

    /**
     * What is wrong with a key.
     *
     * @param blank whether nothing but blanks is written at it
     * @return empty if a setting has this key
     */
    public Optional<String> fault(ConfigurationPropertyName name, boolean blank) {
        return fault(root, name, 0, blank);
    }

    private Optional<String> fault(Setting here, ConfigurationPropertyName name, int i, boolean blank) {
        if (i == name.getNumberOfElements()) {
            return blank ? Optional.empty() : valueAt(here);
        }
        return switch (here) {
            case Setting.Value value -> Optional.of(name.chop(i) + " takes one value, there are no keys under it");
            case Setting.Items items when name.isNumericIndex(i) -> fault(items.element(), name, i + 1, blank);
            case Setting.Items items ->
                Optional.of(name.chop(i) + " is a list; write [a, b] or lines that begin with -");
            case Setting.Entries entries when entries.element() instanceof Setting.Value -> Optional.empty();
            case Setting.Entries entries -> fault(entries.element(), name, i + 1, blank);
            case Setting.Section section ->
                part(section, name, i)
                        .map(part -> fault(part, name, i + 1, blank))
                        .orElseGet(() -> Optional.of(unknown(section, name, i)));
        };
    }

    private static Optional<String> valueAt(Setting here) {
        return switch (here) {
            case Setting.Section section ->
                Optional.of("is a section, not a value; its keys are "
                        + String.join(", ", section.parts().keySet()));
            case Setting.Entries entries -> Optional.of("takes names with what belongs to them, not a value");
            case Setting.Items items -> Optional.empty();
            case Setting.Value value -> Optional.empty();
        };
    }

    private static Optional<Setting> part(Setting.Section section, ConfigurationPropertyName name, int i) {
        String written = uniform(name.getElement(i, Form.ORIGINAL));
        return section.parts().entrySet().stream()
                .filter(part -> uniform(part.getKey()).equals(written))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String uniform(String element) {
        return element.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private String unknown(Setting.Section section, ConfigurationPropertyName name, int i) {
        String path = name.chop(i).toString();
        String word = name.getElement(i, Form.ORIGINAL);
        Optional<String> near = NearestKey.among(section.parts().keySet(), word)
                .map(sibling -> dotted(path, sibling) + rest(section.parts().get(sibling), name, i + 1))
                .or(() -> elsewhere(name.getLastElement(Form.ORIGINAL)));
        String known = path.isEmpty()
                ? ""
                : "; " + path + " has " + String.join(", ", section.parts().keySet());
        return "unknown key" + near.map(key -> "; did you mean " + key + "?").orElse(known);
    }

    /** The remaining elements below a corrected one, each corrected in its turn; what cannot be is left out. */
    private static String rest(@Nullable Setting below, ConfigurationPropertyName name, int i) {
        if (i >= name.getNumberOfElements()) {
            return "";
        }
        String word = name.getElement(i, Form.ORIGINAL);
        return switch (below) {
            case Setting.Section section ->
                NearestKey.among(section.parts().keySet(), word)
                        .map(key -> "." + key + rest(section.parts().get(key), name, i + 1))
                        .orElse("");
            case Setting.Entries entries -> "." + word + rest(entries.element(), name, i + 1);
            case Setting.Items items
            when name.isNumericIndex(i) -> "[" + word + "]" + rest(items.element(), name, i + 1);
            case null, default -> "";
        };
    }

    /** The one key in the whole tree that ends in this word: a right word in a wrong place. */
    private Optional<String> elsewhere(String word) {
        List<String> found =
                keys().stream().filter(key -> key.endsWith("." + word)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Every key with a fixed name, those under names that the site chooses left out. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        collect("", root, keys);
        return keys;
    }

    private static void collect(String path, Setting setting, List<String> keys) {
        if (setting instanceof Setting.Section section) {
            section.parts().forEach((name, part) -> collect(dotted(path, name), part, keys));
        } else {
            keys.add(path);
        }
    }

    private static String dotted(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

package dev.quell.config.words;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Writes a key as its author wrote it; Spring's own form drops capitals and underscores. */
public final class KeyWords {
    private KeyWords() {}

    /** The key. */
    public static String of(ConfigurationPropertyName name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.getNumberOfElements(); i++) {
            String element = name.getElement(i, Form.ORIGINAL);
            if (name.isNumericIndex(i)) {
                words.append('[').append(element).append(']');
            } else {
                words.append(i == 0 ? "" : ".").append(element);
            }
        }
        return words.toString();
    }
}

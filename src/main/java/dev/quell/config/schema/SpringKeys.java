package dev.quell.config.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys of Spring's own sections with their types, as the libraries on the class path describe them. */
public final class SpringKeys {
    private static final String DESCRIPTION = "META-INF/spring-configuration-metadata.json";
    private static final Set<String> VALUES = Set.of(
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.time.Duration",
            "org.springframework.util.unit.DataSize");

    private final Map<ConfigurationPropertyName, String> types = new HashMap<>();

    private SpringKeys() {}

    /** Reads the descriptions. */
    public static SpringKeys onClassPath() {
        SpringKeys keys = new SpringKeys();
        JsonMapper json = JsonMapper.builder().build();
        try {
            for (URL each : Collections.list(SpringKeys.class.getClassLoader().getResources(DESCRIPTION))) {
                try (InputStream text = each.openStream()) {
                    json.readTree(text).path("properties").forEach(keys::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private void add(JsonNode property) {
        String name = property.path("name").asString("");
        if (ConfigurationPropertyName.isValid(name)) {
            types.put(ConfigurationPropertyName.of(name), property.path("type").asString(""));
        }
    }

    /** The type of a key's value where it is a number, a word of some, a time or a size; empty for texts, and for what is no key. */
    public Optional<Class<?>> type(ConfigurationPropertyName name) {
        String type = types.getOrDefault(name, "");
        try {
            Class<?> found = type.isEmpty() || type.contains("<")
                    ? Object.class
                    : ClassUtils.forName(type, SpringKeys.class.getClassLoader());
            return VALUES.contains(type) || found.isEnum() ? Optional.of(found) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            // Of a library that is not here: whatever is written is not read.
            return Optional.empty();
        }
    }

    /** What an unknown key was likely meant to be; empty for a known one, and for one that resembles none. */
    public Optional<String> meant(ConfigurationPropertyName name) {
        for (int i = 0; i < name.getNumberOfElements(); i++) {
            ConfigurationPropertyName above = name.chop(i);
            if (types.containsKey(name.chop(i + 1))) {
                return Optional.empty();
            }
            String word = name.getElement(i, Form.UNIFORM);
            Set<String> here = below(above);
            if (here.stream().noneMatch(each -> each.replace("-", "").equals(word))) {
                String rest = name.subName(i + 1).toString();
                return NearestKey.among(here, name.getElement(i, Form.DASHED))
                        .map(near -> (above.isEmpty() ? "" : above + ".") + near + (rest.isEmpty() ? "" : "." + rest));
            }
        }
        return Optional.empty();
    }

    private Set<String> below(ConfigurationPropertyName above) {
        Set<String> found = new TreeSet<>();
        types.keySet().stream()
                .filter(above::isAncestorOf)
                .map(name -> name.getElement(above.getNumberOfElements(), Form.DASHED))
                .forEach(found::add);
        return found;
    }
}

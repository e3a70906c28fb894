package dev.quell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Settings records as the shipped application.yml makes them. */
public final class ShippedSettings {

    private ShippedSettings() {}

    /** A record under a key, with some values changed: key, value, key, value… */
    public static <T> T of(String prefix, Class<T> type, String... changes) {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("application.yml", new ClassPathResource("application.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> changed = new HashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(prefix + "." + changes[i], changes[i + 1]);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("changes", changed));
        return Binder.get(environment).bind(prefix, type).get();
    }
}

package dev.quell.config;

import java.io.IOException;
import java.util.List;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML as Spring does, and names the file that is none: SnakeYAML itself knows only the line. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class NamingYamlLoader implements PropertySourceLoader {
    private final PropertySourceLoader yaml = new YamlPropertySourceLoader();

    @Override
    public String[] getFileExtensions() {
        return yaml.getFileExtensions();
    }

    @Override
    public List<PropertySource<?>> load(String name, Resource resource) throws IOException {
        try {
            return yaml.load(name, resource);
        } catch (MarkedYAMLException e) {
            throw UnreadableFileException.in(name(resource), e);
        }
    }

    private static String name(Resource resource) throws IOException {
        return resource.isFile() ? resource.getFile().getPath() : resource.getDescription();
    }
}

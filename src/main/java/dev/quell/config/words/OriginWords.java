package dev.quell.config.words;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/** Says where a setting was written. */
public final class OriginWords {
    private OriginWords() {}

    /** The place of a property, such as {@code config/application.yml:12}; empty if it is not known. */
    public static Optional<String> of(@Nullable ConfigurationProperty property) {
        return property == null ? Optional.empty() : words(property.getOrigin());
    }

    private static Optional<String> words(@Nullable Origin origin) {
        return switch (origin) {
            case null -> Optional.empty();
            case PropertySourceOrigin source when source.getOrigin() != null -> words(source.getOrigin());
            case PropertySourceOrigin source ->
                Optional.of(named(source.getPropertySource().getName()));
            case TextResourceOrigin text -> text(text);
            case SystemEnvironmentOrigin variable -> Optional.of("environment variable " + variable.getProperty());
            default -> Optional.of(origin.toString());
        };
    }

    private static String named(String source) {
        return source.equals(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME) ? "command line" : source;
    }

    private static Optional<String> text(TextResourceOrigin origin) {
        if (origin.getResource() == null || origin.getLocation() == null) {
            return Optional.empty();
        }
        return Optional.of(
                file(origin.getResource()) + ":" + (origin.getLocation().getLine() + 1));
    }

    private static String file(Resource resource) {
        Resource plain = resource instanceof org.springframework.boot.origin.OriginTrackedResource tracked
                ? tracked.getResource()
                : resource;
        return switch (plain) {
            case FileSystemResource file -> file.getPath();
            case UrlResource url when url.isFile() -> url.getURL().getPath();
            case ClassPathResource shipped -> "the shipped " + shipped.getPath();
            default -> plain.getDescription();
        };
    }
}

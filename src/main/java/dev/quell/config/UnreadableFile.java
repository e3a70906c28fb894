package dev.quell.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Words for a settings file that is not YAML. */
final class UnreadableFile {
    private UnreadableFile() {}

    /** The fault that a failed reading of some files shows, with the name of the file. */
    static SettingsFault fault(RuntimeException thrown, List<Path> files) {
        SettingsFault fault = fault(thrown);
        Optional<Path> which = files.stream()
                .map(file -> Files.isDirectory(file) ? file.resolve("application.yml") : file)
                .filter(UnreadableFile::isNoYaml)
                .findFirst();
        return which.map(file -> new SettingsFault(
                        fault.key(),
                        fault.what(),
                        Optional.of(
                                file + fault.origin().map(place -> ", " + place).orElse(""))))
                .orElse(fault);
    }

    private static boolean isNoYaml(Path file) {
        if (!file.toString().matches(".*\\.ya?ml")) {
            return false;
        }
        try {
            new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
            return false;
        } catch (YAMLException | IOException e) {
            return true;
        }
    }

    /** The fault that a failed reading of the settings files shows. */
    static SettingsFault fault(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException yaml) {
                return fault(yaml);
            }
            if (cause instanceof CharacterCodingException) {
                return new SettingsFault(
                        "not UTF-8", "a settings file is not UTF-8; save it as UTF-8", Optional.empty());
            }
        }
        return new SettingsFault("settings", Objects.toString(thrown.getMessage()), Optional.empty());
    }

    static SettingsFault fault(MarkedYAMLException yaml) {
        String problem = Objects.requireNonNullElse(yaml.getProblem(), "this is not YAML")
                .replaceAll("\\s+", " ");
        String tab = problem.contains("'\\t(TAB)'") ? "; indent with blanks, not with tabs" : "";
        Mark mark = yaml.getProblemMark();
        return new SettingsFault("not YAML", problem + tab, place(mark));
    }

    private static Optional<String> place(@Nullable Mark mark) {
        return mark == null
                ? Optional.empty()
                : Optional.of("line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1));
    }
}

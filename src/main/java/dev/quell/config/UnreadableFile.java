package dev.quell.config;

import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Words for a settings file that is not YAML. */
final class UnreadableFile {
    private UnreadableFile() {}

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

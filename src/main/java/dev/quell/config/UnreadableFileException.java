package dev.quell.config;

import java.io.Serial;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A settings file is no YAML; the message names the file and the line. */
final class UnreadableFileException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private UnreadableFileException(String message, MarkedYAMLException cause) {
        super(message, cause);
    }

    /** @param file as it is told to people */
    static UnreadableFileException in(String file, MarkedYAMLException cause) {
        SettingsFault fault = UnreadableFile.fault(cause);
        return new UnreadableFileException(
                file + fault.origin().map(place -> ", " + place).orElse("") + " is " + fault.key() + ": "
                        + fault.what(),
                cause);
    }
}

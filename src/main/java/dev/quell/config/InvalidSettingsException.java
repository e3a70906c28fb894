package dev.quell.config;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;

/** The settings have faults, so Quell does not start. */
final class InvalidSettingsException extends RuntimeException implements ExitCodeGenerator {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The exit status of a program whose settings are wrong, EX_CONFIG of sysexits.h. */
    private static final int EX_CONFIG = 78;

    InvalidSettingsException(List<SettingsFault> faults) {
        super(block(faults));
    }

    private static String block(List<SettingsFault> faults) {
        String count =
                faults.size() == 1 ? "The settings have a fault:" : "The settings have " + faults.size() + " faults:";
        return faults.stream().map(fault -> "  - " + fault).collect(Collectors.joining("\n", count + "\n", ""));
    }

    @Override
    public int getExitCode() {
        return EX_CONFIG;
    }
}

package dev.quell.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serve}: named here for the help; the service itself is started by the main class. */
@Command(name = "serve", description = "Run the service (also what runs without a command).")
final class ServeCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(hidden = true)
    private List<String> rest = List.of();

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "serve takes settings only, such as --server.port=8427, and not: " + String.join(" ", rest));
        }
    }
}

package dev.quell.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code version}: which Quell this is, and on which Java. */
@Command(name = "version", description = "Show the version.")
final class VersionCommand implements Callable<Integer> {

    private static final String BUILD = "/META-INF/build-info.properties";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Wired.in(spec).commandLine().getOut().println("quell " + version() + ", Java " + Runtime.version());
        return 0;
    }

    private static String version() throws IOException {
        Properties build = new Properties();
        try (InputStream in = VersionCommand.class.getResourceAsStream(BUILD)) {
            if (in != null) {
                build.load(in);
            }
        }
        return build.getProperty("build.version", "(not built by Maven)");
    }
}

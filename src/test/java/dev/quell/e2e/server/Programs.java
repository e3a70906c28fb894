package dev.quell.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The programs that these tests need: SIPp from the PATH, and the Asterisk that the sandbox finds or provisions.
 *
 * @param basedir the project's folder
 * @param root the root that holds Asterisk; {@code /} if it is this machine's own, otherwise it is entered by chroot
 */
public record Programs(Path basedir, Path root) {

    private static final Path HOST = Path.of("/");
    private static final String HELP = """

            The end-to-end tests need Asterisk and SIPp. Install the Debian packages asterisk and sip-tester; or run dialplan/sandbox.sh test as root,
            which puts both in place. -Dquell.e2e.skip=true leaves these tests out.""";
    private static final AtomicInteger FOLDERS = new AtomicInteger();

    private static Optional<Programs> found = Optional.empty();
    private static Optional<IllegalStateException> missing = Optional.empty();

    /**
     * The programs, provisioned at the first question.
     *
     * @throws IllegalStateException if they cannot be had, each time with the same sentence that says what to install
     */
    public static synchronized Programs get() {
        if (found.isEmpty() && missing.isEmpty()) {
            try {
                found = Optional.of(find());
            } catch (IllegalStateException e) {
                missing = Optional.of(e);
            }
        }
        return found.orElseThrow(missing::orElseThrow);
    }

    /** Runs the project's sandbox script and gives the last line that it prints. */
    public String sandbox(String... arguments) {
        return sandbox(basedir, arguments);
    }

    /** A command that runs Asterisk. */
    List<String> asterisk(String... arguments) {
        List<String> command = new ArrayList<>();
        if (!root.equals(HOST)) {
            command.addAll(List.of("chroot", root.toString()));
        }
        command.add("asterisk");
        command.addAll(List.of(arguments));
        return command;
    }

    /** A path as Asterisk sees it. */
    String inside(Path path) {
        return HOST.resolve(root.relativize(path)).toString();
    }

    /** A new folder below {@code target/e2e}. */
    public Path folder(String kind) {
        try {
            Path folder = basedir.resolve("target/e2e").resolve(kind + "-" + FOLDERS.incrementAndGet());
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Programs find() {
        if (!Shell.has("sipp")) {
            throw new IllegalStateException("There is no sipp on the PATH." + HELP);
        }
        Path basedir = Path.of(System.getProperty("quell.basedir", ".")).toAbsolutePath();
        Shell.run("rm", "-rf", basedir.resolve("target/e2e").toString());
        return new Programs(basedir, Path.of(sandbox(basedir, "provision")));
    }

    private static String sandbox(Path basedir, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("bash", basedir.resolve("dialplan/sandbox.sh").toString()));
        command.addAll(List.of(arguments));
        Shell.Result result = Shell.attempt(command);
        if (result.status() != 0) {
            throw new IllegalStateException("There is no Asterisk: " + result.output() + HELP);
        }
        return Objects.requireNonNull(Shell.lastLine(result.output()).orElse(null), "the sandbox printed nothing");
    }
}

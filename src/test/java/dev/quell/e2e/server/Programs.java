package dev.quell.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where Asterisk and SIPp are: on this machine, or in a root of their own that is entered by chroot.
 *
 * @param root the root that holds Asterisk; {@code /} if it is this machine's
 * @param sippRoot the root that holds SIPp; {@code /} if it is this machine's
 */
public record Programs(Path root, Path sippRoot) {

    private static final Path HOST = Path.of("/");
    private static final String HELP =
            " Install the Debian packages asterisk and sip-tester, or run as root on a machine with debootstrap and"
                    + " a way to a Debian mirror; -Dquell.e2e.skip=true leaves the end-to-end tests out.";
    private static final AtomicInteger FOLDERS = new AtomicInteger();

    /** The programs, provisioned at the first question. */
    public static Programs get() {
        return Holder.FOUND;
    }

    /** A command that runs Asterisk. */
    public List<String> asterisk(List<String> arguments) {
        return command(root, "asterisk", arguments);
    }

    /** A command that runs SIPp. */
    public List<String> sipp() {
        return command(sippRoot, "sipp", List.of());
    }

    /** A new folder that Asterisk and SIPp can reach, below {@code /tmp} of the root. */
    public Path folder(String kind) {
        try {
            Path all = root.resolve("tmp/quell-e2e/" + ProcessHandle.current().pid());
            return Files.createDirectories(all.resolve(kind + "-" + FOLDERS.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path as Asterisk sees it. */
    public String asteriskPath(Path path) {
        return inside(root, path);
    }

    /** A path as SIPp sees it. */
    public String sippPath(Path path) {
        return inside(sippRoot, path);
    }

    private static String inside(Path root, Path path) {
        return HOST.resolve(root.relativize(path.toAbsolutePath())).toString();
    }

    private static List<String> command(Path root, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (!root.equals(HOST)) {
            command.addAll(List.of("chroot", root.toString()));
        }
        command.add(program);
        command.addAll(arguments);
        return List.copyOf(command);
    }

    private static Programs find() {
        Path root = Optional.ofNullable(System.getProperty("quell.e2e.root"))
                .map(Path::of)
                .orElseGet(Programs::provision);
        if (Shell.attempt(command(root, "asterisk", List.of("-V"))).status() != 0) {
            throw new IllegalStateException("No Asterisk runs from " + root + "." + HELP);
        }
        if (Shell.has("sipp")) {
            return new Programs(root, HOST);
        }
        if (Files.isExecutable(root.resolve("usr/bin/sipp"))) {
            return new Programs(root, root);
        }
        throw new IllegalStateException("SIPp is neither on the PATH nor in " + root + "." + HELP);
    }

    private static Path provision() {
        String script = System.getProperty("quell.basedir", ".") + "/dialplan/sandbox.sh";
        Shell.Result result = Shell.attempt(List.of("bash", script, "provision"));
        if (result.status() != 0) {
            throw new IllegalStateException("No Asterisk: " + script + " provision ended with " + result.status()
                    + ".\n" + result.output() + HELP);
        }
        return Shell.lastLine(result.output()).map(Path::of).orElse(HOST);
    }

    private static final class Holder {
        static final Programs FOUND = find();
    }
}

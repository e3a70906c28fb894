package dev.quell.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL's programs, wherever the system has them, and how they are run: they refuse root, who therefore lends them another user. */
final class PostgresPrograms {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private PostgresPrograms() {}

    static boolean installed() {
        return folder().isPresent();
    }

    /** A command line that runs one of the programs. */
    static List<String> command(String program, String... arguments) {
        Path folder = folder().orElseThrow(() -> new IllegalStateException("there is no PostgreSQL server"));
        List<String> command = new ArrayList<>(lent());
        command.add(folder.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Gives a path to the user that the programs run as. */
    static void give(Path path) {
        if (ROOT) {
            Programs.run("chown", "-R", user(), path.toString());
        }
    }

    private static List<String> lent() {
        return ROOT ? List.of("setpriv", "--reuid=" + user(), "--clear-groups") : List.of();
    }

    private static String user() {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            return users.anyMatch(line -> line.startsWith("postgres:")) ? "postgres" : "nobody";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> folder() {
        Stream<Path> path = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of);
        return Stream.concat(debian().stream(), path)
                .filter(folder ->
                        Files.isExecutable(folder.resolve("postgres")) && Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    /** The newest version first. */
    private static List<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

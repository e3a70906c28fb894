package dev.quell.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Short commands, run to their end. */
public final class Shell {

    private Shell() {}

    /** A command's end. */
    public record Result(int status, String output) {}

    /** Runs a command and gives its output; throws if its status is not 0. */
    public static String run(String... command) {
        return run(List.of(command));
    }

    /** Runs a command and gives its output; throws if its status is not 0. */
    public static String run(List<String> command) {
        Result result = attempt(command);
        if (result.status() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with " + result.status() + ":\n" + result.output());
        }
        return result.output();
    }

    /** Runs a command. */
    public static Result attempt(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command + " ran", e);
        }
    }

    /** Whether a program is on the PATH. */
    public static boolean has(String program) {
        return attempt(List.of("sh", "-c", "command -v \"$1\"", "sh", program)).status() == 0;
    }

    /** The last line of a text that is not blank. */
    public static Optional<String> lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(String::strip);
    }
}

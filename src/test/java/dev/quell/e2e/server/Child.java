package dev.quell.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A process that these tests started, and the only kind that they stop. None outlives the JVM. */
public final class Child {

    private static final Set<Child> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(Child::kill)));
    }

    private final Process process;

    private Child(Process process) {
        this.process = process;
        LIVING.add(this);
    }

    /** Starts a program whose whole output goes to a file. */
    public static Child start(List<String> command, Path folder, Path output) {
        return start(command, folder, output, Map.of());
    }

    /** The same with further environment variables. */
    public static Child start(List<String> command, Path folder, Path output, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    /** Whether it runs. */
    public boolean running() {
        return process.isAlive();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** The processor time that it has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Asks it to end, and kills it if it does not within ten seconds. */
    public void stop() {
        stop(Duration.ofSeconds(10));
    }

    /** Asks it to end, and kills it if it does not in time. */
    public void stop(Duration patience) {
        process.destroy();
        if (!endsWithin(patience)) {
            kill();
        }
        LIVING.remove(this);
    }

    /** Kills it (SIGKILL) and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        endsWithin(Duration.ofSeconds(10));
        LIVING.remove(this);
    }

    /** Freezes it (SIGSTOP). */
    public void freeze() {
        Shell.run("kill", "-STOP", String.valueOf(pid()));
    }

    /** Lets it go on (SIGCONT), if it has not ended. */
    public void thaw() {
        if (running()) {
            Shell.run("kill", "-CONT", String.valueOf(pid()));
        }
    }

    /** Waits for its end; whether it came in time. */
    public boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

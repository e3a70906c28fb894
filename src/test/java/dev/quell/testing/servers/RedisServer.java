package dev.quell.testing.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A private Redis on a loopback port of its own, with its data in a folder of its own. Keeps each command on disk, also when it is killed. */
public final class RedisServer implements AutoCloseable {

    private static final String PROGRAM = "redis-server";

    private final Path folder;
    private final List<String> options;
    private final int port;
    private Process process;

    private RedisServer(Path folder, int port, List<String> options) {
        this.folder = folder;
        this.port = port;
        this.options = List.copyOf(options);
        this.process = begin();
    }

    /** Whether tests with Redis are to run: it is installed, or the build's machine says that it must be. */
    public static boolean expected() {
        return System.getenv("CI") != null || Programs.installed(PROGRAM);
    }

    /** A server on a free port that answers when this returns; its data lies below the folder. */
    public static RedisServer start(Path folder, String... options) {
        return start(folder, Ports.free(), options);
    }

    /** A server on a given port. */
    static RedisServer start(Path folder, int port, String... options) {
        RedisServer server = new RedisServer(folder.resolve("redis-" + port), port, List.of(options));
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
        return server;
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The folder with its data and its log. */
    public Path folder() {
        return folder;
    }

    /** Settings with which a Quell uses it, each as a program argument. */
    public String[] settings() {
        return new String[] {
            "--quell.redis.enabled=true", "--spring.data.redis.host=127.0.0.1", "--spring.data.redis.port=" + port
        };
    }

    /** Asks it to stop and waits until it has. */
    public void stop() {
        process.destroy();
        end();
    }

    /** Kills it at once, as {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    /** Stops it from doing anything while its connections stay, as {@code kill -STOP}. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen one go on. */
    public void thaw() {
        signal("CONT");
    }

    /** Starts it again after its end, with the data it had. */
    public void restart() {
        process = begin();
    }

    /** Starts it again after its end, without the data it had. */
    public void restartEmpty() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith("redis.log"))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** Sends one command without blanks in its words over a connection of its own; what it answers, as the protocol has it. */
    public String command(String... words) {
        StringBuilder text = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            text.append("$").append(word.length()).append("\r\n").append(word).append("\r\n");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            byte[] read = new byte[65_536];
            int length = Math.max(0, answer.read(read));
            return new String(read, 0, length, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private Process begin() {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "--bind", "127.0.0.1", "--port", "" + port));
        command.addAll(List.of("--dir", folder.toString(), "--save", "", "--appendonly", "yes"));
        command.addAll(options);
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("redis.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server cannot be started", e);
        }
        await().until(() -> command("PING").equals("+PONG"));
        return process;
    }

    private void signal(String name) {
        Programs.run("kill", "-" + name, Long.toString(process.pid()));
    }

    private void end() {
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}

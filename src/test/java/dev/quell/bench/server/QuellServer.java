package dev.quell.bench.server;

import dev.quell.load.FakeAsterisk;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The whole service with its durable log in an empty data directory. */
public final class QuellServer implements AutoCloseable {

    private static final String TOKEN = "BenchBenchBench1";

    private final ServerProcess process;
    private final int agi;
    private final int http;
    private final Path directory;

    private QuellServer(ServerProcess process, int agi, int http, Path directory) {
        this.process = process;
        this.agi = agi;
        this.http = http;
        this.directory = directory;
    }

    /**
     * Starts it and waits until it screens calls.
     *
     * @param directory where its data and its output go; made anew
     * @param settings {@code key=value}, beyond the shipped defaults
     */
    public static QuellServer start(List<String> jvm, Path directory, List<String> settings) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("asterisk-token"), TOKEN + "\n");
        int agi = ServerProcess.freePort();
        int http = ServerProcess.freePort();
        List<String> arguments = new ArrayList<>(List.of(
                "--quell.data-directory=" + directory, "--quell.asterisk.agi.port=" + agi, "--server.port=" + http));
        settings.forEach(setting -> arguments.add("--" + setting));
        ServerProcess process = ServerProcess.startService(jvm, arguments, directory.resolve("output"));
        process.awaitPort(agi);
        return new QuellServer(process, agi, http, directory);
    }

    /** An Asterisk that asks this service. */
    public FakeAsterisk asterisk() {
        return new FakeAsterisk(address(agi), address(http), "pbx", TOKEN);
    }

    private static InetSocketAddress address(int port) {
        return ServerProcess.loopback(port);
    }

    /** Where its data lie. */
    public Path directory() {
        return directory;
    }

    /** Its HTTP port. */
    public int http() {
        return http;
    }

    /** Its process. */
    public ServerProcess process() {
        return process;
    }

    /** Processor time used so far. */
    public Duration processorTime() {
        return process.processorTime();
    }

    @Override
    public void close() {
        process.close();
    }
}

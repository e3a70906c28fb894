package dev.quell.e2e.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The packaged service as a process of its own, with a site's settings in a folder of its own. */
public final class QuellUnderTest implements AutoCloseable {

    private static final String SERVER =
            "      %s: { host: 127.0.0.1, port: %d, username: quell, password-file: %s }%n";

    private final Path folder;
    private final int agiPort;
    private final int httpPort;
    private final List<String> overrides;
    private final QuellApi api;
    private final Path data;
    private Path secrets;
    private int servers;
    private String server = "";
    private Child process;

    private QuellUnderTest(Path folder, Path data, int agiPort, int httpPort, Map<String, String> overrides) {
        this.folder = folder;
        this.data = data;
        this.secrets = data;
        this.agiPort = agiPort;
        this.httpPort = httpPort;
        this.overrides = overrides.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toList();
        this.api = new QuellApi(httpPort);
    }

    /** A service on ports that are free, with a folder for its secrets, not started yet. */
    public static QuellUnderTest prepare(Map<String, String> overrides) {
        Path folder = Programs.get().folder("quell");
        Path data = Memory.folderOr(folder.resolve("data"));
        try {
            Files.writeString(data.resolve("api-token"), QuellApi.TOKEN);
            Shell.run("chmod", "-R", "go-rwx", data.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new QuellUnderTest(folder, data, Ports.free(), Ports.free(), overrides);
    }

    /** What the dialplan must know of it. */
    public Dialplan dialplan() {
        return Dialplan.of(agiPort, httpPort, secrets.resolve("asterisk-token"), secrets.resolve("ami-password"));
    }

    /** Lets it use another one's installation token and password of the manager users. */
    public QuellUnderTest withSecretsOf(QuellUnderTest other) {
        secrets = other.secrets;
        return this;
    }

    /** Writes a site's settings with one Asterisk, and starts. */
    public QuellUnderTest start(int amiPort) {
        return start(Map.of("pbx", amiPort));
    }

    /** Writes the settings of a site with several Asterisks, the ports of their manager interfaces by name, and starts. */
    public QuellUnderTest start(Map<String, Integer> amiPorts) {
        servers = amiPorts.size();
        server = amiPorts.keySet().iterator().next();
        Map<String, String> values = Map.of(
                "agi-port", String.valueOf(agiPort),
                "http-port", String.valueOf(httpPort),
                "data", data.toString(),
                "token-file", secrets.resolve("asterisk-token").toString(),
                "servers",
                        amiPorts.entrySet().stream()
                                .map(server -> String.format(
                                        Locale.ROOT,
                                        SERVER,
                                        server.getKey(),
                                        server.getValue(),
                                        secrets.resolve("ami-password")))
                                .collect(Collectors.joining()));
        new Template("quell/application.yml").write(folder.resolve("config/application.yml"), values);
        launch();
        awaitReady();
        return this;
    }

    /** The REST interface. */
    public QuellApi api() {
        return api;
    }

    /** Everything that it logged. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the call log's logger that name a call. */
    public List<String> callLines(String callId) {
        return log().lines()
                .filter(line -> line.contains("quell.calls") && line.contains("call=" + callId + " "))
                .toList();
    }

    /** Freezes the process (SIGSTOP): its ports accept, and nothing answers. */
    public void freeze() {
        process.freeze();
    }

    /** Lets it go on (SIGCONT). */
    public void thaw() {
        process.thaw();
    }

    /** Kills it (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** Makes it well again, whatever was done to it. */
    public void recover() {
        process.thaw();
        if (!process.running()) {
            startAgain();
        }
    }

    /** Starts it again after {@link #kill()} and waits until it screens and listens. */
    public void startAgain() {
        launch();
        awaitReady();
    }

    @Override
    public void close() {
        if (process != null) {
            process.thaw();
            process.stop();
        }
    }

    private void launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(overrides);
        process = Child.start(command, folder, folder.resolve("log"));
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("quell.jar", "target/quell.jar")).toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn package first");
        }
        return jar;
    }

    private void awaitReady() {
        await("Quell is ready")
                .atMost(AsteriskUnderTest.PATIENCE)
                .failFast(this::mustRun)
                .until(() -> api.healthy() && accepts(agiPort) && api.metric("quell_ami_whole") == servers);
        Rehearsal.of(agiPort, httpPort, server, token());
    }

    private String token() {
        try {
            return Files.readString(secrets.resolve("asterisk-token"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void mustRun() {
        if (!process.running()) {
            throw new IllegalStateException("Quell ended:\n" + log());
        }
    }
}

package dev.quell.faults.world;

import dev.quell.e2e.server.Child;
import dev.quell.e2e.server.Ports;
import dev.quell.e2e.server.Shell;
import dev.quell.e2e.server.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service as a process of its own, with its folder; killed, frozen and started again at will. */
public final class Service implements AutoCloseable {

    /** The installation token of every service of these tests. */
    public static final String TOKEN = "faultsInstallation0123456789abcd";

    private final Path folder;
    private final List<String> command;
    private final int agiPort = Ports.free();
    private final int httpPort = Ports.free();
    private final Api api = new Api(httpPort);
    private Child process;

    private Service(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    /**
     * Prepares one.
     *
     * @param settings what its settings have beyond those of the fault tests, as program arguments
     */
    static Service prepare(Path folder, List<String> program, List<String> settings) {
        List<String> command = new ArrayList<>(program);
        command.addAll(settings);
        Service service = new Service(folder, command);
        service.secret("api-token", Api.TOKEN);
        return service;
    }

    /** The secrets that the dialplan's installer makes where there is a real Asterisk. */
    Service withAsterisksSecrets() {
        secret("asterisk-token", TOKEN);
        secret("ami-password", "secret");
        return this;
    }

    private void secret(String file, String text) {
        try {
            Files.createDirectories(data());
            Files.writeString(data().resolve(file), text);
            Shell.run("chmod", "-R", "go-rwx", data().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a site's settings. */
    Service configure(int amiPort) {
        Map<String, String> values = Map.of(
                "agi-port", String.valueOf(agiPort),
                "http-port", String.valueOf(httpPort),
                "ami-port", String.valueOf(amiPort));
        new Template("faults/quell.yml").write(folder.resolve("config/application.yml"), values);
        return this;
    }

    /** Its data directory. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Where FastAGI is asked. */
    public int agiPort() {
        return agiPort;
    }

    /** Where HTTP is. */
    public int httpPort() {
        return httpPort;
    }

    /** The REST interface. */
    public Api api() {
        return api;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Starts the process; does not wait for it. */
    public void launch() {
        process = Child.start(command, folder, folder.resolve("log"));
    }

    /** Removes what it has written down and the key that signed it, of one that does not run; its other secrets stay. */
    public void forget() {
        Shell.run("sh", "-c", "cd \"$1\" && rm -rf quell.db* journal backup* evidence-key*", "sh", data().toString());
    }

    /** Kills it (SIGKILL) and waits until it is gone. */
    public void kill() {
        process.kill();
    }

    /** Freezes it (SIGSTOP). */
    public void freeze() {
        process.freeze();
    }

    /** Lets it go on (SIGCONT). */
    public void thaw() {
        process.thaw();
    }

    /** Whether its process is there. */
    public boolean running() {
        return process.running();
    }

    /** Whether its FastAGI port takes connections. */
    public boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agiPort)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The end of what it logged. */
    public String logTail() {
        return Shell.attempt(List.of("tail", "-n", "40", folder.resolve("log").toString()))
                .output();
    }

    @Override
    public void close() {
        if (process != null) {
            process.thaw();
            process.kill();
        }
    }
}

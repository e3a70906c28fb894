package dev.quell.e2e.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Our dialplan as a site installs it, with the project's installer.
 *
 * @param server the Asterisk's name
 * @param services where the services listen, in the order in which they are asked
 * @param tokenFile where the installer puts the installation token
 * @param amiPasswordFile where it puts the password of the services' manager user
 */
public record Dialplan(String server, List<Service> services, Path tokenFile, Path amiPasswordFile) {

    /** Long enough for a machine that has much else to do: what is not meant to go wrong does not. Who tests the guard sets another one. */
    public static final Duration GUARD = Duration.ofSeconds(20);

    /** How long the dialplan waits for the digit of a flag's reason. */
    public static final Duration REASON = Duration.ofSeconds(6);

    /** Long enough to hear one announcement in the deterrent queue. */
    static final Duration DETERRENT = Duration.ofSeconds(24);

    /** The ports of one service. */
    public record Service(int agiPort, int httpPort) {}

    public Dialplan {
        services = List.copyOf(services);
    }

    /** Before one service, on an Asterisk with the usual name. */
    static Dialplan of(int agiPort, int httpPort, Path tokenFile, Path amiPasswordFile) {
        return new Dialplan("pbx", List.of(new Service(agiPort, httpPort)), tokenFile, amiPasswordFile);
    }

    /** The same with another one's services behind its own. */
    public Dialplan then(Dialplan next) {
        List<Service> both = new ArrayList<>(services);
        both.addAll(next.services);
        return new Dialplan(server, both, tokenFile, amiPasswordFile);
    }

    /** The same on an Asterisk with another name. */
    public Dialplan on(String name) {
        return new Dialplan(name, services, tokenFile, amiPasswordFile);
    }

    /** Installs it into the settings of an Asterisk that does not run yet. */
    void install(AsteriskFolder asterisk) {
        installer(
                asterisk,
                "--no-reload",
                "--backup",
                asterisk.folder().resolve("backup").toString(),
                "--set",
                "QUELL_AGI=" + list(service -> "agi://127.0.0.1:" + service.agiPort),
                "--set",
                "QUELL_HTTP=" + list(service -> "http://127.0.0.1:" + service.httpPort),
                "--set",
                "QUELL_SERVER=" + server,
                "--set",
                "QUELL_DETER_SECONDS=" + DETERRENT.toSeconds(),
                "--set",
                "QUELL_GUARD=" + GUARD.toSeconds(),
                "--set",
                "QUELL_FLAG_WAIT=" + REASON.toSeconds());
    }

    private String list(Function<Service, String> address) {
        return services.stream().map(address).collect(Collectors.joining(","));
    }

    /** Has the installer check a running Asterisk. */
    void check(AsteriskFolder asterisk) {
        installer(asterisk, "--check");
    }

    private void installer(AsteriskFolder asterisk, String... options) {
        Programs programs = Programs.get();
        List<String> command = new ArrayList<>(List.of(
                "bash", programs.basedir().resolve("dialplan/install.sh").toString()));
        if (!programs.root().equals(Path.of("/"))) {
            command.addAll(List.of("--root", programs.root().toString()));
        }
        command.addAll(List.of("--etc", programs.inside(asterisk.etc())));
        command.addAll(
                List.of("--token-file", tokenFile.toString(), "--ami-password-file", amiPasswordFile.toString()));
        command.addAll(List.of(options));
        Shell.run(command);
    }
}

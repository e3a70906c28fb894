package dev.quell.e2e.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Our dialplan as a site installs it, with the project's installer.
 *
 * @param agiPort the service's FastAGI port
 * @param httpPort the service's HTTP port
 * @param tokenFile where the installer puts the installation token
 * @param amiPasswordFile where it puts the password of the service's manager user
 */
public record Dialplan(int agiPort, int httpPort, Path tokenFile, Path amiPasswordFile) {

    /** Long enough to hear one announcement in the deterrent queue. */
    private static final int DETER_SECONDS = 24;

    /** Installs it into the settings of an Asterisk that does not run yet. */
    void install(AsteriskFolder asterisk) {
        installer(
                asterisk,
                "--no-reload",
                "--backup",
                asterisk.folder().resolve("backup").toString(),
                "--set",
                "QUELL_AGI=agi://127.0.0.1:" + agiPort,
                "--set",
                "QUELL_HTTP=http://127.0.0.1:" + httpPort,
                "--set",
                "QUELL_DETER_SECONDS=" + DETER_SECONDS);
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

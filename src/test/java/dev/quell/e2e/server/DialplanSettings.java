package dev.quell.e2e.server;

import java.nio.file.Path;

/**
 * What a site's dialplan must know of its service.
 *
 * @param agiPort the service's FastAGI port
 * @param httpPort the service's HTTP port
 * @param token the installation token
 * @param amiPassword the password of the service's manager user
 */
public record DialplanSettings(int agiPort, int httpPort, String token, String amiPassword) {

    /** Our dialplan put into an Asterisk's settings. */
    void install(AsteriskFolder asterisk) {
        Path etc = asterisk.etc();
        Path dialplan = Programs.get().basedir().resolve("dialplan");
        Shell.run("sh", "-c", "cp \"$1\"/quell*.conf \"$2\"", "sh", dialplan.toString(), etc.toString());
        Shell.run(
                "cp",
                "-r",
                dialplan.resolve("sounds/en/quell").toString(),
                asterisk.sounds().resolve("en").toString());
        Shell.run(
                "sed",
                "-i",
                "-e",
                "s|^QUELL_TOKEN.*|QUELL_TOKEN = " + token + "|",
                "-e",
                "s|:4573|:" + agiPort + "|",
                "-e",
                "s|:8427|:" + httpPort + "|",
                etc.resolve("quell_globals.conf").toString());
        Shell.run(
                "sed",
                "-i",
                "s|^secret.*|secret = " + amiPassword + "|",
                etc.resolve("quell_manager.conf").toString());
        Shell.run(
                "sh",
                "-c",
                "cd \"$1\"; for f in queues manager musiconhold; do echo \"#include quell_$f.conf\" >> $f.conf; done;"
                        + " sed -i 's|applicationmap]|&\\n#include quell_features.conf|' features.conf; sed -i 's|^\\[globals]|&\\n#include quell_globals.conf|' extensions.conf;"
                        + " echo '#include quell.conf' >> extensions.conf; mkdir -p ../data/moh-quell; cp ../data/sounds/en/quell/signal-tone.* ../data/moh-quell",
                "sh",
                etc.toString());
    }
}

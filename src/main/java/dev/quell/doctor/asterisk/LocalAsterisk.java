package dev.quell.doctor.asterisk;

import dev.quell.doctor.site.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An Asterisk that runs on this machine, as its console and its files show it.
 *
 * @param root the folder that it is chrooted into, {@code /} if it is not
 * @param etc its configuration folder, as it sees it
 * @param data its data folder, as it sees it
 */
record LocalAsterisk(Path root, String etc, String data) {

    /** The one behind a manager connection; empty if that is another machine. */
    static Optional<LocalAsterisk> behind(Manager manager, String host, Path root) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        @Nullable NetworkInterface here = NetworkInterface.getByInetAddress(address);
        if (!address.isLoopbackAddress() && here == null) {
            return Optional.empty();
        }
        String etc =
                manager.value("ASTETCDIR").filter(folder -> !folder.isEmpty()).orElse("/etc/asterisk");
        String data =
                manager.value("ASTDATADIR").filter(folder -> !folder.isEmpty()).orElse("/var/lib/asterisk");
        return Optional.of(new LocalAsterisk(root, etc, data));
    }

    /** What the console says to a command; empty if this user may not ask it. */
    Optional<String> console(String command) {
        String settings = etc + "/asterisk.conf";
        return root.getNameCount() == 0
                ? Program.says("asterisk", "-C", settings, "-rx", command)
                : Program.says("chroot", root.toString(), "asterisk", "-C", settings, "-rx", command);
    }

    /** The folder of the prompts of a language, as this machine sees it. */
    Path prompts(String language) {
        return root.resolve(Path.of("/").relativize(Path.of(data).resolve("sounds")))
                .resolve(language)
                .resolve("quell");
    }
}

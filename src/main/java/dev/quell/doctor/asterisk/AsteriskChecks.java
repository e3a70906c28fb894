package dev.quell.doctor.asterisk;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Site;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The checks of every Asterisk that the settings name. */
public final class AsteriskChecks {

    private AsteriskChecks() {}

    /**
     * One check an Asterisk.
     *
     * @param root the folder that the Asterisks of this machine are chrooted into; {@code /} if they are not
     */
    public static List<Check> of(Site site, Path root, Clock clock) {
        if (site.asterisks().isEmpty()) {
            return List.of(new NoneNamed());
        }
        return site.asterisks().keySet().stream()
                .map(server -> (Check) new ManagerCheck(site, server, root, clock))
                .toList();
    }

    private static final class NoneNamed implements Check {

        @Override
        public String name() {
            return "Asterisk";
        }

        @Override
        public void look(Findings findings) {
            findings.warn(
                    "quell.ami.servers names none: calls are screened, and none is ever called silent",
                    "name it in the settings: quell.ami.servers.pbx: { host: 127.0.0.1, port: 5038, username: quell, password-file: /etc/quell/ami-password }");
        }
    }
}

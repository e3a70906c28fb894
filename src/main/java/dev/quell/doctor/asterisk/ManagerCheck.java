package dev.quell.doctor.asterisk;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Finding;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.finding.Level;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One Asterisk: its manager interface first, and over it all that can be seen there. */
final class ManagerCheck implements Check {

    private final Site site;
    private final String server;
    private final Site.Manager settings;
    private final Path root;
    private final Clock clock;

    /** @param root the folder that the Asterisks of this machine are chrooted into */
    ManagerCheck(Site site, String server, Path root, Clock clock) {
        this.site = site;
        this.server = server;
        this.settings = Objects.requireNonNull(site.asterisks().get(server));
        this.root = root;
        this.clock = clock;
    }

    @Override
    public String name() {
        return server;
    }

    @Override
    public void look(Findings findings) throws IOException {
        findings.at(server + " AMI");
        try (Manager manager = Manager.connect(settings.host(), settings.port(), settings.tls())) {
            if (!manager.banner().startsWith("Asterisk Call Manager")) {
                findings.fault(
                        "what listens at " + place() + " is no manager interface: " + manager.banner(),
                        "set quell.ami.servers." + server + ".port to that of manager.conf");
            } else if (login(findings, manager)) {
                within(findings, manager);
            }
        } catch (IOException e) {
            broken(findings, e);
        }
    }

    private String place() {
        return settings.host() + ":" + settings.port();
    }

    private void broken(Findings findings, IOException e) {
        findings.fault(
                "no manager interface answers at " + place() + ": " + e.getMessage(),
                "is Asterisk up, and has manager.conf in [general]: enabled = yes, port = " + settings.port()
                        + ", bindaddr = an address that is reached from here? Then: asterisk -rx \"manager reload\"");
    }

    private boolean login(Findings findings, Manager manager) throws IOException {
        String secret;
        try {
            secret = settings.secret();
        } catch (IOException e) {
            findings.skipped(
                    "the password file " + settings.passwordFile() + " cannot be read",
                    "run quell doctor as root; if the file is not there: dialplan/install.sh");
            return false;
        }
        Map<String, String> answer =
                manager.ask("Login", "Username: " + settings.username(), "Secret: " + secret, "Events: on");
        if ("Success".equals(answer.get("Response"))) {
            return true;
        }
        findings.fault(
                place() + " refuses user " + settings.username() + ": " + answer.getOrDefault("Message", "no reason"),
                "the secret in quell_manager.conf must be the password here (dialplan/install.sh sets it), and its permit lines must let this machine in"
                        + " (put them there by hand, install.sh keeps them); then asterisk -rx \"manager reload\"");
        return false;
    }

    private void within(Findings findings, Manager manager) throws IOException {
        Optional<LocalAsterisk> local = LocalAsterisk.behind(manager, settings.host(), root);
        List<Part> parts = List.of(
                new RightsPart(settings.username()),
                new ProgramPart(clock),
                new DialplanPart(),
                new GlobalsPart(site, server),
                new QueuePart(),
                new PromptsPart(site.dialogues()));
        for (Part part : parts) {
            int before = findings.all().size();
            findings.at(server + " " + part.name());
            part.look(findings, manager, local);
            if (part.stops()
                    && faulty(findings.all().subList(before, findings.all().size()))) {
                return;
            }
        }
    }

    private static boolean faulty(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.level() == Level.FAULT);
    }

    /** One part of what is seen over a manager connection. */
    interface Part {

        String name();

        /** Whether a fault here makes the rest of no use. */
        default boolean stops() {
            return false;
        }

        /**
         * Looks, and tells what it finds.
         *
         * @param local empty if the Asterisk is on another machine
         */
        void look(Findings findings, Manager manager, Optional<LocalAsterisk> local) throws IOException;
    }
}

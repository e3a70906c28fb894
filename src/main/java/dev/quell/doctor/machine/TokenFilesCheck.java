package dev.quell.doctor.machine;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.TreeMap;

/** The files of secrets: there, readable for the service, and for nobody else. */
final class TokenFilesCheck implements Check {

    private final Site site;

    TokenFilesCheck(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public void look(Findings findings) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        files.put("quell.api.token-file", site.apiToken());
        files.put("quell.asterisk.token-file", site.asteriskToken());
        site.asterisks().forEach((name, manager) -> {
            if (manager.passwordFile() != null) {
                files.put("quell.ami.servers." + name + ".password-file", manager.passwordFile());
            }
        });
        for (Map.Entry<String, Path> file : files.entrySet()) {
            look(findings, file.getKey(), file.getValue().toAbsolutePath());
        }
    }

    private void look(Findings findings, String key, Path file) throws IOException {
        if (Files.notExists(file)) {
            absent(findings, key, file);
            return;
        }
        if (!Files.isReadable(file)) {
            findings.skipped(file + " may not be read by this user", "run quell doctor as root");
            return;
        }
        PosixFileAttributes owned = Files.readAttributes(file, PosixFileAttributes.class);
        String rights = owned.owner().getName() + ":" + owned.group().getName();
        boolean open =
                owned.permissions().stream().anyMatch(right -> right.name().startsWith("OTHERS"));
        String service = Files.exists(site.data()) ? Files.getOwner(site.data()).getName() : "";
        if (open) {
            findings.fault(file + " is open to every user of this machine", "chmod 640 " + file);
        } else if (!service.isEmpty()
                && !owned.owner().getName().equals(service)
                && !(owned.group().getName().equals(service)
                        && owned.permissions().contains(PosixFilePermission.GROUP_READ))) {
            findings.fault(
                    file + " belongs to " + rights + "; the service's user " + service + " cannot read it",
                    "chgrp " + service + " " + file + " && chmod 640 " + file);
        } else {
            findings.ok(file + " is closed to others (" + rights + ")");
        }
    }

    private static void absent(Findings findings, String key, Path file) {
        if (key.endsWith("password-file")) {
            findings.fault(
                    key + " names " + file + ", which is not there",
                    "run dialplan/install.sh on the Asterisk's machine; the password that it makes belongs into that file");
        } else {
            findings.warn(
                    key + " names " + file + ", which is not there; the first start makes it",
                    "start the service: systemctl start quell");
        }
    }
}

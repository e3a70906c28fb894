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

    /** The service makes this one by itself and wants nobody else to have it. */
    private static final String OWNERS_ALONE = "quell.api.token-file";

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
        files.put(OWNERS_ALONE, site.apiToken());
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
        String service = Files.exists(site.data()) ? Files.getOwner(site.data()).getName() : "";
        owned(findings, file, owned, service, key.equals(OWNERS_ALONE));
    }

    /**
     * What a file's owner and rights are good for.
     *
     * @param service the service's user, empty if it is not known
     * @param ownersAlone whether not even the group may read it
     */
    static void owned(Findings findings, Path file, PosixFileAttributes owned, String service, boolean ownersAlone) {
        String rights = owned.owner().getName() + ":" + owned.group().getName();
        boolean others = may(owned, "OTHERS");
        boolean readByGroup = !ownersAlone
                && owned.group().getName().equals(service)
                && owned.permissions().contains(PosixFilePermission.GROUP_READ);
        boolean owns = service.isEmpty() || owned.owner().getName().equals(service);
        String mend = ownersAlone
                ? (owns ? "" : "chown " + service + ": " + file + " && ") + "chmod 600 " + file
                : (owns ? "" : "chgrp " + service + " " + file + " && ") + "chmod 640 " + file;
        if (others) {
            findings.fault(file + " is open to every user of this machine", mend);
        } else if (!owns && !readByGroup) {
            findings.fault(
                    file + " belongs to " + rights + "; the service's user " + service + " cannot read it", mend);
        } else if (ownersAlone && may(owned, "GROUP")) {
            findings.warn(file + " is open to the group " + owned.group().getName(), mend);
        } else {
            findings.ok(file + " is closed to others (" + rights + ")");
        }
    }

    private static boolean may(PosixFileAttributes owned, String who) {
        return owned.permissions().stream().anyMatch(right -> right.name().startsWith(who));
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

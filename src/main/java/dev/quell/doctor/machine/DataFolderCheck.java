package dev.quell.doctor.machine;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** The data directory: there, the service's own, and closed to others. */
final class DataFolderCheck implements Check {

    private static final Set<PosixFilePermission> NOT_FOR_OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private final Path data;

    DataFolderCheck(Site site) {
        this.data = site.data();
    }

    @Override
    public String name() {
        return "data folder";
    }

    @Override
    public void look(Findings findings) throws IOException {
        if (!Files.exists(data)) {
            findings.warn(
                    data + " is not there; the service makes it at its first start",
                    "if the service has run already, say where: quell doctor --quell.data-directory=DIR");
            return;
        }
        PosixFileAttributes owned = Files.readAttributes(data, PosixFileAttributes.class);
        String owner = owned.owner().getName();
        if (!Files.isReadable(data) || !Files.isExecutable(data)) {
            findings.fault(
                    data + " belongs to " + owner + " and may not be read by this user",
                    "run it as root, or as " + owner + ": sudo -u " + owner + " quell doctor");
        } else if (!Set.copyOf(owned.permissions()).stream()
                .filter(NOT_FOR_OTHERS::contains)
                .toList()
                .isEmpty()) {
            findings.warn(data + " is open to every user of this machine", "chmod 750 " + data);
        } else {
            findings.ok(data + " belongs to " + owner + " and is closed to others");
        }
        foreign(findings, owner);
    }

    /** Files that an administrator made there as root stop the service. */
    private void foreign(Findings findings, String owner) throws IOException {
        for (String name : new String[] {"quell.db", "quell.db-wal", "quell.db-shm", "quell.lock", "journal"}) {
            Path file = data.resolve(name);
            if (Files.exists(file) && !Files.getOwner(file).getName().equals(owner)) {
                findings.fault(
                        file + " belongs to " + Files.getOwner(file).getName() + ", the folder to " + owner,
                        "chown -R " + owner + ": " + data);
            }
        }
    }
}

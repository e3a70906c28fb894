package dev.quell.storage.backup;

import dev.quell.storage.DataBackup.Copy;
import dev.quell.storage.sqlite.DatabaseFiles;
import dev.quell.storage.sqlite.SetBack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes copies of a data directory and takes them back. */
public final class Backups {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Backups() {}

    /** See {@link dev.quell.storage.DataBackup#write}. */
    public static Copy write(Path data, Path file, Instant now) {
        return copy(new BackupWriter(data.toAbsolutePath().normalize())
                .write(file.toAbsolutePath().normalize(), now));
    }

    private static Copy copy(Manifest manifest) {
        return new Copy(manifest.made(), manifest.database(), manifest.digests().size());
    }

    /** See {@link dev.quell.storage.DataBackup#look}. */
    public static Copy look(Path file, Path scratch) {
        try (BackupReader reader = BackupReader.open(file)) {
            Path folder =
                    scratch.resolve("quell-look-" + ProcessHandle.current().pid());
            try {
                reader.layOut(folder);
                return copy(reader.manifest());
            } finally {
                remove(folder);
            }
        }
    }

    /** See {@link dev.quell.storage.DataBackup#restore}. */
    public static Optional<Path> restore(Path file, Path dataDirectory, Path keyFile, Instant now) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        Path fresh = data.resolveSibling(data.getFileName() + ".restoring");
        try (BackupReader reader = BackupReader.open(file)) {
            DatabaseFiles.refuseIfHeld(data);
            remove(fresh);
            reader.layOut(fresh);
            SetBack.leaveIdsOut(fresh, Duration.between(reader.manifest().made(), now));
            ChainLeave leave =
                    ChainLeave.of(keyFile, data, fresh, reader.manifest().made());
            leave.within();
            ownAs(data, fresh);
            Optional<Path> aside = aside(data, now);
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
            leave.outside();
            return aside;
        } catch (IOException e) {
            throw BackupFault.failed(data, e);
        } finally {
            remove(fresh);
        }
    }

    private static Optional<Path> aside(Path data, Instant now) throws IOException {
        if (!Files.exists(data)) {
            return Optional.empty();
        }
        Path aside = data.resolveSibling(data.getFileName() + ".before-" + STAMP.format(now));
        Files.move(data, aside, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(aside);
    }

    /** What the administrator lays out belongs to whom the former directory, or the folder it stands in, belonged to. */
    private static void ownAs(Path data, Path fresh) throws IOException {
        Path model = Files.exists(data) ? data : data.getParent();
        PosixFileAttributes owned = Files.readAttributes(model, PosixFileAttributes.class);
        for (Path each : tree(fresh)) {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(each, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (!view.readAttributes().owner().equals(owned.owner())) {
                view.setOwner(owned.owner());
                view.setGroup(owned.group());
            }
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            for (Path each : tree(folder)) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw BackupFault.failed(folder, e);
        }
    }
}

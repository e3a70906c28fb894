package dev.quell.storage.backup;

import dev.quell.storage.sqlite.DatabaseFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a copy. Nothing of it is believed before its digest agrees. */
final class BackupReader implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupFault if it is no copy, or of a newer database than this Quell knows */
    static BackupReader open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                return new BackupReader(file, zip, manifest(zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | EOFException e) {
            throw BackupFault.foreign();
        } catch (IOException e) {
            throw BackupFault.failed(file, e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw BackupFault.foreign();
        }
        try (Reader reader = new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8)) {
            Manifest manifest = Manifest.read(reader);
            if (manifest.database() > DatabaseFiles.VERSION) {
                throw BackupFault.newer(manifest.database(), DatabaseFiles.VERSION);
            }
            return manifest;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Lays the copy out in a folder that is made for it. */
    void layOut(Path folder) {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            int found = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().equals(Manifest.NAME)) {
                    layOut(entry, folder);
                    found++;
                }
            }
            if (found != manifest.digests().size()) {
                throw BackupFault.damaged("one of its files");
            }
        } catch (IOException e) {
            throw e instanceof ZipException || e instanceof EOFException
                    ? BackupFault.damaged("the archive")
                    : BackupFault.failed(file, e);
        }
    }

    private void layOut(ZipEntry entry, Path folder) throws IOException {
        String name = entry.getName();
        if (!Names.known(name) || !manifest.digests().containsKey(name)) {
            throw BackupFault.foreign();
        }
        Path target = folder.resolve(name);
        Files.createDirectories(
                folder.resolve(name).getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (InputStream in = zip.getInputStream(entry);
                DigestInputStream digesting = new DigestInputStream(in, Names.sha256());
                var out = Files.newOutputStream(target)) {
            digesting.transferTo(out);
            if (!HexFormat.of()
                    .formatHex(digesting.getMessageDigest().digest())
                    .equals(manifest.digests().get(name))) {
                throw BackupFault.damaged(name);
            }
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw BackupFault.failed(file, e);
        }
    }
}

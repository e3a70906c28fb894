package dev.quell.storage.backup;

import dev.quell.storage.sqlite.DatabaseFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a copy, also while the service runs. The journal's files go first and the database after them: what the journal took meanwhile and the database
 * has not is lost to the copy, what both have is taken in once.
 */
final class BackupWriter {

    private final Path data;
    private final Map<String, String> digests = new LinkedHashMap<>();

    BackupWriter(Path data) {
        this.data = data;
    }

    Manifest write(Path file, Instant now) {
        if (Files.exists(file)) {
            throw BackupFault.exists(file);
        }
        Path snapshot = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return write(file, snapshot, now);
        } catch (IOException | RuntimeException e) {
            deleteUnfinished(file, e);
            throw e instanceof RuntimeException told ? told : BackupFault.failed(file, e);
        } finally {
            deleteUnfinished(snapshot, new IOException("none"));
        }
    }

    private Manifest write(Path file, Path snapshot, Instant now) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String name : others()) {
                entry(zip, name, data.resolve(name));
            }
            int version = DatabaseFiles.snapshot(data, snapshot);
            entry(zip, DatabaseFiles.NAME, snapshot);
            Manifest manifest = new Manifest(now, version, digests);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        }
    }

    private List<String> others() throws IOException {
        try (Stream<Path> files = Files.walk(data, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> data.relativize(each).toString())
                    .filter(Names::kept)
                    .sorted()
                    .toList();
        }
    }

    private void entry(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, Names.sha256())) {
            digesting.transferTo(zip);
            digests.put(
                    name, HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        }
        zip.closeEntry();
    }

    private static void deleteUnfinished(Path file, Exception why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}

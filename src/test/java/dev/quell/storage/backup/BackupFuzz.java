package dev.quell.storage.backup;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/** A damaged or foreign copy: taken as it was made, or refused with what to do; nothing is written beside the folder for it. */
public final class BackupFuzz implements FuzzTarget {

    private final Path directory;

    public BackupFuzz() {
        try {
            directory = Files.createTempDirectory("quell-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<byte[]> seeds() {
        String digest = HexFormat.of().formatHex(Names.sha256().digest(bytes("secret\n")));
        String manifest = "format=1\nmade=2026-11-22T15:00:00Z\ndatabase=5\nsha256.";
        return List.of(
                zip("api-token", "secret\n", manifest + "api-token=" + digest + "\n"),
                zip("../evil", "secret\n", manifest + "../evil=" + digest + "\n"),
                zip("journal/a", "secret\n", "format=1\nmade=yesterday\ndatabase=x\n"),
                zip("journal/a", "secret\n", "format=1\n"));
    }

    /** Stored without compression, so that a change of bytes is a change of text. */
    private static byte[] zip(String name, String content, String manifest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes(content));
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(bytes(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public List<String> words() {
        return List.of("format=1", "made=", "database=", "sha256.", "../", "journal/", "quell.db", "\\u0000", "PK");
    }

    @Override
    public void read(byte[] input) throws Exception {
        FileSystemUtils.deleteRecursively(directory);
        Path data = Files.createDirectories(directory.resolve("in")).resolve("data");
        Path copy = Files.write(directory.resolve("copy.zip"), input);
        try (BackupReader reader = BackupReader.open(copy)) {
            reader.layOut(data);
            Holds.that(reader.manifest().database() >= 0, "a version", reader.manifest());
        } catch (BackupFault refused) {
            Holds.that(!refused.getMessage().contains("null"), "what to do", refused.getMessage());
        }
        try (Stream<Path> all = Files.walk(directory)) {
            Holds.that(
                    all.filter(Files::isRegularFile).allMatch(file -> file.equals(copy) || file.startsWith(data)),
                    "nothing written elsewhere");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }
}

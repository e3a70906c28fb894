package dev.quell.evidence.pack;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of one pack on their way into its ZIP: hashed as they are written, bounded in all, signed at the end; nothing in the ZIP differs from one making to
 * the next but what the files themselves say. What is written beside each other waits in a folder.
 */
final class PackFiles implements AutoCloseable {

    static final String MANIFEST = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.sig";
    static final String KEY = "public-key.pem";
    private static final LocalDateTime ANY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path folder;
    private final ZipOutputStream zip;
    private final long most;
    private final Map<String, String> sums = new TreeMap<>();
    private final Map<String, Path> waiting = new TreeMap<>();
    private long written;

    /**
     * Begins.
     *
     * @param target of the ZIP, made anew for its owner alone
     * @param folder where files wait; empty
     * @param most how many bytes the files may have in all, before they are packed
     */
    PackFiles(Path target, Path folder, long most) throws IOException {
        this.folder = folder;
        this.most = most;
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)));
    }

    /** A file that is written beside others; it goes into the ZIP at the end. */
    OutputStream open(String name) throws IOException {
        Path file = folder.resolve(name);
        waiting.put(name, file);
        return new BufferedOutputStream(new Bounded(Files.newOutputStream(file)));
    }

    /** The same for text. */
    Writer text(String name) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(open(name), StandardCharsets.UTF_8));
    }

    /** Copies a file into the ZIP. */
    void copy(String name, Path source) throws IOException {
        if (sums.containsKey(name)) {
            throw new IllegalStateException(name + " is in the pack already");
        }
        entry(name, source, true);
    }

    /** Puts in what waited, the key, the manifest and its signature. */
    void finish(EvidenceKey key) throws IOException {
        for (Map.Entry<String, Path> each : waiting.entrySet()) {
            entry(each.getKey(), each.getValue(), false);
        }
        bytes(KEY, key.publicPem().getBytes(StandardCharsets.UTF_8), true);
        StringBuilder manifest = new StringBuilder();
        sums.forEach(
                (name, sum) -> manifest.append(sum).append("  ").append(name).append('\n'));
        byte[] text = manifest.toString().getBytes(StandardCharsets.UTF_8);
        bytes(MANIFEST, text, false);
        bytes(SIGNATURE, key.sign(text), false);
    }

    private void bytes(String name, byte[] content, boolean summed) throws IOException {
        begin(name);
        zip.write(content);
        zip.closeEntry();
        if (summed) {
            sums.put(name, Hashes.hex(Hashes.of(content)));
        }
    }

    private void entry(String name, Path source, boolean counted) throws IOException {
        begin(name);
        OutputStream open = new Unclosed(zip);
        try (DigestOutputStream out = new DigestOutputStream(counted ? new Bounded(open) : open, Hashes.sha256())) {
            Files.copy(source, out);
            sums.put(name, Hashes.hex(out.getMessageDigest().digest()));
        }
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ANY);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts towards what the files may have in all. */
    private final class Bounded extends FilterOutputStream {
        Bounded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            out.write(bytes, from, length);
        }

        private void count(int more) {
            written += more;
            if (written > most) {
                throw new EvidenceFault("the pack would be larger than " + (most >> 20)
                        + " MB; ask for a shorter period, or raise quell.evidence.most-size");
            }
        }
    }

    /** Leaves what it writes to open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

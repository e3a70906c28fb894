package dev.quell.evidence.desk;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.pack.MadePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder where packs wait. A file's name says which note of the chain tells of it, when it was made, and its hash. */
final class PackShelf {

    private static final Pattern NAME = Pattern.compile("([0-9]{1,16})-([0-9]{1,15})-([0-9a-f]{64})\\.zip");

    private final Path folder;
    private final Clock clock;

    PackShelf(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Takes a pack's file over. */
    KeptPack put(MadePack pack) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Instant at = Instant.ofEpochMilli(clock.millis());
        String hash = hash(pack.file());
        Path file = folder.resolve(pack.note() + "-" + at.toEpochMilli() + "-" + hash + ".zip");
        Files.move(pack.file(), file, StandardCopyOption.ATOMIC_MOVE);
        return new KeptPack(pack.note(), at, hash, file, pack.bytes());
    }

    /** The SHA-256 of a file as it is now. */
    static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, Hashes.sha256())) {
            digest.transferTo(OutputStream.nullOutputStream());
            return Hashes.hex(digest.getMessageDigest().digest());
        }
    }

    /** All packs, newest first. */
    List<KeptPack> all() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        List<KeptPack> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                read(file).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingLong(KeptPack::note).reversed());
        return found;
    }

    private static Optional<KeptPack> read(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(new KeptPack(
                Long.parseLong(name.group(1)),
                Instant.ofEpochMilli(Long.parseLong(name.group(2))),
                name.group(3),
                file,
                Files.size(file)));
    }

    /** Removes those that were made before a moment. */
    void removeBefore(Instant oldest) throws IOException {
        for (KeptPack pack : all()) {
            if (pack.at().isBefore(oldest)) {
                Files.deleteIfExists(pack.file());
            }
        }
    }
}

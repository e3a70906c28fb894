package dev.quell.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that holds the token of the REST interface; only its owner may read it. */
final class TokenFile {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final int RANDOM_BYTES = 32;

    private TokenFile() {}

    /**
     * The token of a file; a new one is made and kept if there is no file.
     *
     * @throws UnusableTokenException if the file cannot be read or made, or holds no token
     */
    static ApiToken load(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            warnIfOpen(file);
            LOG.info("The REST interface's token is in {}", file.toAbsolutePath());
            return new ApiToken(Files.readString(file).strip());
        } catch (IOException | UncheckedIOException e) {
            throw UnusableTokenException.unreachable(file, e);
        } catch (IllegalArgumentException e) {
            throw UnusableTokenException.malformed(file, e);
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(
                    file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + System.lineSeparator());
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another instance has just made {}", file, e);
        }
    }

    private static void warnIfOpen(Path file) throws IOException {
        Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        open.retainAll(OTHERS);
        if (!open.isEmpty()) {
            LOG.warn("Others than its owner may use {}; do: chmod 600 {}", file, file);
        }
    }
}

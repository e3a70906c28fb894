package dev.quell.storage.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of the database as the older Quell left it, with which that one can be started again. */
final class OlderCopy {

    private static final Logger log = LoggerFactory.getLogger(OlderCopy.class);

    private OlderCopy() {}

    /** Makes it before an upgrade; empty if there is one already, or no room for one. */
    static Optional<Path> of(Path file, int version, Connection connection) throws SQLException, IOException {
        Path copy = file.resolveSibling(file.getFileName() + ".v" + version);
        log.info(
                "{} is brought up to date, {} MB; calls are screened when that is done",
                file,
                file.toFile().length() >> 20);
        if (Files.exists(copy)) {
            return Optional.empty();
        }
        if (file.toFile().getUsableSpace() < 2 * file.toFile().length()) {
            log.warn(
                    "There is no room for a copy of {} before it is brought up to date; a downgrade will need a copy of your own",
                    file);
            return Optional.empty();
        }
        Path part = file.resolveSibling(copy.getFileName() + ".part");
        Files.deleteIfExists(part);
        DatabaseFiles.copy(connection, part);
        Files.move(part, copy);
        log.info("{} is kept in {} as it was", file, copy);
        return Optional.of(copy);
    }
}

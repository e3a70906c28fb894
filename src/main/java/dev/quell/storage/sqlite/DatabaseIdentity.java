package dev.quell.storage.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Which database a data directory holds, as its file and what is in it tell now; a connection that was opened earlier may read another.
 *
 * @param chain the chain's name
 * @param file what the file system tells its file by; empty if it has nothing of that kind
 * @param last the number of the chain's last block, 0 if it has none
 */
public record DatabaseIdentity(String chain, String file, long last) {

    /**
     * Looks anew.
     *
     * @throws DatabaseFault if there is no database that can be read
     */
    public static DatabaseIdentity of(Path dataDirectory) {
        try (SqliteReader reader = SqliteReader.open(dataDirectory)) {
            return new DatabaseIdentity(
                    reader.reader()
                            .sql("select uid from chain_identity")
                            .query(String.class)
                            .single(),
                    file(dataDirectory),
                    reader.reader()
                            .sql("select coalesce(max(number), 0) from chain_blocks")
                            .query(Long.class)
                            .single());
        }
    }

    /** Why a database that is found now is not the one that this was; empty if it is. */
    public Optional<String> fault(DatabaseIdentity now) {
        boolean same = chain.equals(now.chain()) && file.equals(now.file()) && now.last() >= last;
        return same
                ? Optional.empty()
                : Optional.of("the database was exchanged while it was looked through (chain " + chain + " up to block "
                        + last + ", now chain " + now.chain() + " up to block " + now.last()
                        + "), so nothing is known of the one that is there now; look again");
    }

    private static String file(Path dataDirectory) {
        Path file = DataDirectory.fileIn(dataDirectory.toAbsolutePath().normalize());
        try {
            return String.valueOf(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            throw DatabaseFault.unreadable(file);
        }
    }
}

package dev.quell.storage.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directory of the database, made for its owner alone and held by one process at a time. */
final class DataDirectory implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** The database's file in a directory. */
    static Path fileIn(Path directory) {
        return directory.resolve("quell.db");
    }

    /**
     * Makes the directory and an empty database file if they are not there, and holds the directory.
     *
     * @throws DatabaseFault if it cannot be written or another process holds it
     */
    static DataDirectory hold(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw DatabaseFault.notADirectory(directory);
        }
        try {
            Files.createDirectories(directory, OWNER_DIRECTORY);
            FileChannel channel = lock(create(directory.resolve("quell.lock")));
            if (channel == null) {
                throw DatabaseFault.inUse(directory);
            }
            create(fileIn(directory));
            return new DataDirectory(directory, channel);
        } catch (IOException e) {
            throw DatabaseFault.notWritable(directory, e);
        }
    }

    Path file() {
        return fileIn(directory);
    }

    /** An owner's file: the modes of SQLite's -wal and -shm files follow the database's. */
    private static Path create(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, OWNER_FILE);
        }
        return file;
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            @Nullable FileLock lock = channel.tryLock();
            held = lock != null;
        } catch (OverlappingFileLockException e) {
            return null;
        } finally {
            if (!held) {
                channel.close();
            }
        }
        return held ? channel : null;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw DatabaseFault.notWritable(directory, e);
        }
    }
}

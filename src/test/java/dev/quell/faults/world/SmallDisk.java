package dev.quell.faults.world;

import dev.quell.e2e.server.Shell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few megabytes in memory, mounted for a world; takes root. */
public final class SmallDisk {

    private static final String FILLER = "filler";
    private static final int BLOCK = 4096;

    private SmallDisk() {}

    /** Whether this user may mount one. */
    public static boolean possible() {
        Path probe = AppImage.base().resolve("mount-probe");
        try {
            Files.createDirectories(probe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean mounted = Shell.attempt(List.of("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", probe.toString()))
                        .status()
                == 0;
        return mounted && Shell.attempt(List.of("umount", probe.toString())).status() == 0;
    }

    static void mount(Path folder) {
        mount(folder, 160);
    }

    /** Mounts one of so many megabytes. */
    static void mount(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shell.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0700", "tmpfs", folder.toString());
    }

    static void unmount(Path folder) {
        Shell.attempt(List.of("umount", folder.toString()));
    }

    /** Copies what is on it, to be looked at when it is gone. */
    static void keep(Path folder) {
        Shell.attempt(
                List.of("sh", "-c", "rm -f \"$1/" + FILLER + "\"; cp -r \"$1\" \"$1.kept\"", "sh", folder.toString()));
    }

    /** Fills it up to the last block. */
    public static void fill(Path folder) {
        fill(folder, 0);
    }

    /** Fills it until so many bytes are left. */
    public static void fill(Path folder, long left) {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(folder.resolve(FILLER))) {
            while (left == 0 || folder.toFile().getUsableSpace() > left) {
                out.write(block);
            }
        } catch (IOException full) {
            // This is what was wanted.
            return;
        }
    }

    /** Makes room again. */
    public static void empty(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILLER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

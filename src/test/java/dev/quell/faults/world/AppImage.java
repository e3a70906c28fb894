package dev.quell.faults.world;

import dev.quell.e2e.server.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The packaged service, unpacked and with a cache of its classes, so that it starts within seconds.
 *
 * @param folder holds {@code quell.jar}, {@code lib} and {@code quell.aot}
 */
public record AppImage(Path folder) {

    private static final String CACHE = "quell.aot";

    private static Optional<AppImage> made = Optional.empty();

    /** The one of this run, made at the first question from the jar that the build names. */
    public static synchronized AppImage get() {
        if (made.isEmpty()) {
            made = Optional.of(make());
        }
        return made.get();
    }

    /** The folder in which worlds keep theirs. */
    public static Path base() {
        return Path.of(System.getProperty("quell.basedir", "."))
                .toAbsolutePath()
                .resolve("target/faults");
    }

    /** A command that runs the service. */
    List<String> command() {
        return List.of(
                java(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCache=" + folder.resolve(CACHE),
                "-Xlog:disable",
                "-jar",
                folder.resolve("quell.jar").toString());
    }

    /** A command that runs another main class of the tests beside the service's classes. */
    List<String> command(Class<?> main) {
        return List.of(
                java(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder.resolve("quell.jar") + ":" + folder.resolve("lib") + "/*:" + classes(main),
                main.getName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private static Path classes(Class<?> main) {
        return Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static AppImage make() {
        Path jar = Path.of(System.getProperty("quell.jar", "target/quell.jar")).toAbsolutePath();
        Path folder = base().resolve("app");
        try {
            if (!Files.exists(jar)) {
                throw new IllegalStateException(jar + " is missing: run mvn package first");
            }
            Path stamp = folder.resolve("made-of");
            String now = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar) + " " + crc(jar);
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(now)) {
                unpack(jar, folder);
                Files.writeString(stamp, now);
            }
            return new AppImage(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The build gives every jar the same time, so that its content must tell. */
    private static long crc(Path jar) throws IOException {
        java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
        sum.update(Files.readAllBytes(jar));
        return sum.getValue();
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Shell.run("rm", "-rf", folder.toString());
        Files.createDirectories(folder.getParent());
        Shell.run(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString());
        Path data = folder.resolve("training");
        Shell.run(
                java(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCacheOutput=" + folder.resolve(CACHE),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                folder.resolve("quell.jar").toString(),
                "--quell.data-directory=" + data,
                "--server.port=0",
                "--quell.asterisk.agi.port=0");
        Shell.run("rm", "-rf", data.toString());
    }
}

package dev.quell.faults.world;

import dev.quell.e2e.server.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The packaged service, unpacked and with a cache of its classes, so that it starts within seconds.
 *
 * @param folder holds {@code quell.jar}, {@code lib} and {@code quell.aot}
 */
public record AppImage(Path folder) {

    private static final String CACHE = "quell.aot";
    /** Each pause of the process by the virtual machine, for whoever looks at a round that was not good. */
    private static final String PAUSES = "-Xlog:gc,safepoint:file=pauses.log:utctime:filecount=1,filesize=20m";

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
        return root().resolve("target/faults");
    }

    private static Path root() {
        return Path.of(System.getProperty("quell.basedir", ".")).toAbsolutePath();
    }

    /** A command that runs the service. */
    List<String> command() {
        return machine(
                "-XX:AOTCache=" + folder.resolve(CACHE),
                "-Xlog:disable",
                PAUSES,
                "-jar",
                folder.resolve("quell.jar").toString());
    }

    /** A command that runs another main class of the tests beside the service's classes. */
    List<String> command(Class<?> main) {
        return machine(
                "-Xlog:disable",
                PAUSES,
                "-cp",
                folder.resolve("quell.jar") + ":" + folder.resolve("lib") + "/*:" + classes(main),
                main.getName());
    }

    /**
     * The virtual machine with the package's collector: one that stops the whole process for half a second to unload code, as the smallest does, is a second fault
     * beside the row's. A small heap and only the quick compiler, as many services start on few processors.
     */
    private static List<String> machine(String... further) {
        List<String> command = new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED"));
        try (Stream<String> shipped = Files.lines(root().resolve("src/deb/java.options"))) {
            shipped.filter(line -> line.startsWith("-") && !line.startsWith("-Xmx"))
                    .forEach(command::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command.addAll(List.of("-Xmx192m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(further));
        return command;
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
            String now =
                    jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar) + " " + crc(jar) + machine();
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
        Shell.run(machine(
                "-XX:AOTCacheOutput=" + folder.resolve(CACHE),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                folder.resolve("quell.jar").toString(),
                "--quell.data-directory=" + data,
                "--server.port=0",
                "--quell.asterisk.agi.port=0"));
        Shell.run("rm", "-rf", data.toString());
    }
}

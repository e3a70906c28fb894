package dev.quell.bench.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Options of the servers' virtual machines. */
final class Jvm {

    /** As the package starts the service (src/deb/java.options), with a heap of 1 GiB. */
    static final List<String> SHIPPED = Stream.concat(
                    shipped().filter(option -> !option.startsWith("-Xm")), Stream.of("-Xms1g", "-Xmx1g"))
            .toList();

    private Jvm() {}

    private static Stream<String> shipped() {
        try {
            return Files.readAllLines(Path.of("src/deb/java.options")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

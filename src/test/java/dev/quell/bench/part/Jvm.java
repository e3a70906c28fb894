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
    static final List<String> SHIPPED = shippedWith("1g");

    /** The same with a heap of 2 GiB, as a site has it that expects peaks of tens of thousands of calls a second. */
    static final List<String> ROOMY = shippedWith("2g");

    private Jvm() {}

    private static List<String> shippedWith(String heap) {
        try {
            Stream<String> shipped = Files.readAllLines(Path.of("src/deb/java.options")).stream()
                    .filter(line -> line.startsWith("-") && !line.startsWith("-Xm"));
            return Stream.concat(shipped, Stream.of("-Xms" + heap, "-Xmx" + heap))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

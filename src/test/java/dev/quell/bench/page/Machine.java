package dev.quell.bench.page;

import dev.quell.bench.server.Cores;
import dev.quell.load.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The machine that the figures are of. */
final class Machine implements Part {

    private static final int WRITES = 2000;

    @Override
    public String key() {
        return "machine";
    }

    @Override
    public String heading() {
        return "The machine";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException {
        Latencies sync = syncTimes(plan.directory());
        return List.of(
                Text.row("", ""),
                Text.rule(2),
                Text.row("processor", processor()),
                Text.row("cores", Cores.servers() + " for the server, " + Cores.load() + " for the load"),
                Text.row("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                Text.row("Java", System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version")),
                Text.row(
                        "fdatasync of 4 KiB",
                        Text.time(sync.quantile(0.5)) + " p50, " + Text.time(sync.quantile(0.99)) + " p99"),
                Text.row("commit", commit() + (plan.quick() ? ", a quick look" : "")));
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        return Files.exists(info)
                ? Files.readAllLines(info).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"))
                : System.getProperty("os.arch");
    }

    private static Latencies syncTimes(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "sync", "");
        Latencies times = new Latencies();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(4096);
            for (int i = 0; i < WRITES; i++) {
                channel.write(block.clear(), i * 4096L);
                long began = System.nanoTime();
                channel.force(false);
                times.add(System.nanoTime() - began);
            }
        } finally {
            Files.delete(file);
        }
        return times;
    }

    private static String commit() {
        String head = git("rev-parse", "--short=10", "HEAD");
        return git("status", "--porcelain", "--untracked-files=no", "--", "src/main", "pom.xml")
                        .isEmpty()
                ? head
                : head + " with changes";
    }

    private static String git(String... arguments) {
        try {
            ProcessBuilder git = new ProcessBuilder("git");
            git.command().addAll(List.of(arguments));
            Process process = git.start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

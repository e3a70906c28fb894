package dev.quell.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A server's heap. */
public final class Heap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+[0-9]+\\s+([0-9]+)");

    private Heap() {}

    /** Bytes of all objects that are left after a full collection. */
    public static long live(ServerProcess server) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), "GC.class_histogram").start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return TOTAL.matcher(text)
                .results()
                .mapToLong(Heap::bytes)
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IOException("no histogram came: " + text));
    }

    private static long bytes(MatchResult match) {
        return Long.parseLong(match.group(1));
    }
}

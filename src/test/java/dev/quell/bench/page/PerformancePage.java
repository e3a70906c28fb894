package dev.quell.bench.page;

import dev.quell.bench.part.BlockEntries;
import dev.quell.bench.part.Callers;
import dev.quell.bench.part.Events;
import dev.quell.bench.part.Held;
import dev.quell.bench.part.LogRows;
import dev.quell.bench.part.Steady;
import dev.quell.bench.part.Verdicts;
import dev.quell.bench.server.Cores;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Measures and writes the page. Each part tells what it does while it runs; the page is written after each part. */
public final class PerformancePage {

    private static final List<Part> PARTS = List.of(
            new Machine(),
            new Verdicts(),
            new Steady(),
            new Held(),
            new Callers(),
            new Events(),
            new LogRows(),
            new BlockEntries());

    private static final String HEAD = """
            # Performance

            Made by one command, `mvn -Pbench test -Dbench=page`; nothing in it is written by hand. Every figure is of one machine, where the load's process
            has cores of its own. What is compared was measured in turn within one run, each in a process of its own, and is told as a ratio: figures of
            another machine differ, ratios hardly.
            """;

    private PerformancePage() {}

    /** See {@link Plan}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Plan plan = Plan.of(List.of(args));
        List<String> keys = PARTS.stream().map(Part::key).toList();
        for (String only : plan.only()) {
            if (!keys.contains(only)) {
                throw new IllegalArgumentException("there is no part " + only + "; there are " + keys);
            }
        }
        Files.createDirectories(plan.directory());
        Cores.load().take();
        PageFile page = new PageFile(plan.out(), HEAD);
        for (Part part : PARTS) {
            if (plan.only().isEmpty() || plan.only().contains(part.key())) {
                long began = System.nanoTime();
                Text.progress("%s ...", part.heading());
                page.put(part.key(), part.heading(), part.measure(plan));
                page.write(keys);
                Text.progress(
                        "%s: %d s",
                        part.heading(),
                        Duration.ofNanos(System.nanoTime() - began).toSeconds());
            }
        }
        Text.progress("written: %s", plan.out());
        CapacityPage.write(plan.findings(), plan.out());
        // Threads of the load may still wait for calls that a server let hang.
        System.exit(0);
    }
}

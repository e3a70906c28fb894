package dev.quell.bench.page;

import dev.quell.bench.part.BlockEntries;
import dev.quell.bench.part.Callers;
import dev.quell.bench.part.Events;
import dev.quell.bench.part.Held;
import dev.quell.bench.part.ListRanges;
import dev.quell.bench.part.LogRows;
import dev.quell.bench.part.RealAsterisk;
import dev.quell.bench.part.Steady;
import dev.quell.bench.part.Verdicts;
import dev.quell.bench.server.Cores;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
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
            new BlockEntries(),
            new ListRanges(),
            new RealAsterisk());

    private static final String HEAD = """
            # Performance

            Made by one command, `mvn -Pbench package -Dbench=page`; nothing in it is written by hand. Every figure is of one machine, where the load's process
            has cores of its own and runs under ZGC, so that its own pauses do not count as the server's. What is compared was measured in turn within one run,
            each in a process of its own, and is told as a ratio: figures of another machine differ, ratios hardly.
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
        if (!LoadProcess.isThis()) {
            System.exit(LoadProcess.run(PerformancePage.class, args));
        }
        Files.createDirectories(plan.directory());
        Cores.load().take();
        PageFile page = new PageFile(plan.out(), HEAD);
        List<String> failed = new ArrayList<>();
        for (Part part : PARTS) {
            if (plan.only().isEmpty() || plan.only().contains(part.key())) {
                failed.addAll(measure(part, plan, page, keys));
            }
        }
        Text.progress("written: %s", plan.out());
        CapacityPage.write(plan.findings(), plan.out());
        if (!failed.isEmpty()) {
            Text.progress("not measured, and as before in the page: %s", String.join(", ", failed));
        }
        // Threads of the load may still wait for calls that a server let hang.
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    /** Measures a part and writes the page; gives the part's key if that failed, and the page keeps what it had of it. */
    private static List<String> measure(Part part, Plan plan, PageFile page, List<String> keys)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        Text.progress("%s ...", part.heading());
        try {
            page.put(part.key(), part.heading(), part.measure(plan));
        } catch (IOException | RuntimeException e) {
            Text.progress("%s failed: %s", part.heading(), e);
            e.printStackTrace();
            return List.of(part.key());
        }
        page.write(keys);
        Text.progress(
                "%s: %d s",
                part.heading(), Duration.ofNanos(System.nanoTime() - began).toSeconds());
        return List.of();
    }
}

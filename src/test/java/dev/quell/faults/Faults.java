package dev.quell.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays rounds by hand: {@code --rounds 100 --row kill --seed 7 --worlds 4 --page table.md}; every row if none is named. */
public final class Faults {

    /** Rounds that a world lives for. */
    private static final int CHUNK = 25;

    private final Options options;
    private final Queue<RoundResult> results = new ConcurrentLinkedQueue<>();

    private record Chunk(Row row, long firstSeed, int rounds) {}

    private Faults(Options options) {
        this.options = options;
    }

    /** Plays the rounds; the status is 1 if anything was lost. */
    public static void main(String[] args) {
        Options options = Options.read(String.join(" ", args).strip().split("\\s+"));
        long began = System.nanoTime();
        FaultTable table = run(options);
        System.out.println();
        System.out.print(table.text());
        System.out.println(table.rounds().size() + " rounds in "
                + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s, " + options.worlds() + " at a time");
        System.exit(table.good() ? 0 : 1);
    }

    /** Plays all rounds of some options. */
    static FaultTable run(Options options) {
        return new Faults(options).play();
    }

    private FaultTable play() {
        Queue<Chunk> chunks = new ConcurrentLinkedQueue<>(chunks());
        try (ExecutorService worlds = Executors.newFixedThreadPool(options.worlds())) {
            for (int i = 0; i < options.worlds(); i++) {
                worlds.execute(() -> work(chunks));
            }
        }
        return new FaultTable(List.copyOf(results));
    }

    private List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        for (int done = 0; done < options.rounds(); done += CHUNK) {
            for (Row row : options.rows()) {
                chunks.add(new Chunk(row, options.seed() + done, Math.min(CHUNK, options.rounds() - done)));
            }
        }
        return chunks;
    }

    private void work(Queue<Chunk> chunks) {
        for (Chunk chunk = chunks.poll(); chunk != null; chunk = chunks.poll()) {
            play(chunk);
            write();
        }
    }

    /** The page grows with each row's rounds, so that an interrupted run leaves what it has shown. */
    private synchronized void write() {
        if (options.page().isEmpty()) {
            return;
        }
        try {
            Files.writeString(Path.of(options.page()), new FaultTable(List.copyOf(results)).markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A world that does not come up, as where another program took one of its ports, gets a second chance; rounds that were not played are not good. */
    private void play(Chunk chunk) {
        Scene scene;
        try {
            scene = scene(chunk.row());
        } catch (RuntimeException e) {
            RoundResult none = RoundResult.notPlayed(chunk.row(), chunk.firstSeed(), e.toString());
            results.add(none);
            System.out.println(none.line() + " " + e);
            return;
        }
        play(chunk, scene);
    }

    private Scene scene(Row row) {
        try {
            return row.scene(options.slack());
        } catch (RuntimeException e) {
            System.out.println(row.word() + ": once more, " + e);
            return row.scene(options.slack());
        }
    }

    private void play(Chunk chunk, Scene first) {
        Scene scene = first;
        boolean keep = false;
        try {
            for (int i = 0; i < chunk.rounds(); i++) {
                RoundResult result = scene.play(chunk.firstSeed() + i);
                results.add(result);
                System.out.println(result.line());
                if (!result.good()) {
                    keep = true;
                    result.wrong().stream().limit(10).forEach(wrong -> System.out.println("    " + wrong));
                    System.out.println("    kept: " + scene.folder());
                    scene.close(true);
                    scene = scene(chunk.row());
                    keep = false;
                }
            }
        } finally {
            scene.close(keep);
        }
    }
}
